/** Dividing a table into a part to learn from and a part to judge by. Look here for how rows are chosen. */
@NullMarked
package org.tributary.steps.split;

import org.jspecify.annotations.NullMarked;
