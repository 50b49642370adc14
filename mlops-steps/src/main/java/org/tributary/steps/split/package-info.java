/** Dividing a table into a part to learn from and a part to judge by, once or for each fold. Look here for how rows are chosen. */
@NullMarked
package org.tributary.steps.split;

import org.jspecify.annotations.NullMarked;
