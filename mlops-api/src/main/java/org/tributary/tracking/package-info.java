/** Look here to record runs and models: the tracker facade and the model registry, with their noop and in-memory forms. */
@NullMarked
package org.tributary.tracking;

import org.jspecify.annotations.NullMarked;
