/** Look here for how a task is done: each class is one idea that runs by itself. */
@NullMarked
package org.tributary.examples;

import org.jspecify.annotations.NullMarked;
