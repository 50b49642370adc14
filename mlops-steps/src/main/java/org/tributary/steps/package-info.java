/** Look here for the ready steps as one {@link org.tributary.pipeline.Extension}; each kind of step has a package below. */
@NullMarked
package org.tributary.steps;

import org.jspecify.annotations.NullMarked;
