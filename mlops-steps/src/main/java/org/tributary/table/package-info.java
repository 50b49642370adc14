/**
 * The table that flows between the steps: immutable named columns, their byte format, and a profile of what they hold.
 * Look here to read, build or reshape data in a step of your own.
 */
@NullMarked
package org.tributary.table;

import org.jspecify.annotations.NullMarked;
