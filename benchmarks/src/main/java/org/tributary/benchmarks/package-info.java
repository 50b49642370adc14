/** Look here for what the hot paths cost: one question a class, run by {@code make bench}. */
@NullMarked
package org.tributary.benchmarks;

import org.jspecify.annotations.NullMarked;
