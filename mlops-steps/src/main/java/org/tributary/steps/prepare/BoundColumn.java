package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/**
 * A fitted column that knows the positions of its features, and so can prepare rows.
 *
 * <p>A row of a table and a single row take the same arithmetic, so that they are equal bit for bit.
 */
interface BoundColumn {

    /** How many features a row sets at most. */
    int most();

    /** The cells of a whole column of a table, which has this column's name. */
    Cell cell(Column column);

    /**
     * Writes the features that a single row sets, as {@link Cell#read} does for a row of a table.
     *
     * @param value the value of the row; null if it is missing
     */
    int read(@Nullable Object value, int[] ids, double[] values, int at);
}
