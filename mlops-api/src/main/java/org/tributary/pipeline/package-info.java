/** Look here to write steps and to wire them: the kinds of steps, {@link org.tributary.pipeline.Pipeline} and what extends both. */
@NullMarked
package org.tributary.pipeline;

import org.jspecify.annotations.NullMarked;
