/** Look here for what reads {@code config.yml} into a pipeline, and tells all that is wrong with it at once. */
@NullMarked
package org.tributary.runtime.config;

import org.jspecify.annotations.NullMarked;
