/** Look here for the command {@code mlops}: what it takes, prints and returns. */
@NullMarked
package org.tributary.cli;

import org.jspecify.annotations.NullMarked;
