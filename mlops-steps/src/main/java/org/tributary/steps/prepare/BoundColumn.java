package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/**
 * A fitted column that knows the positions of its features, and so can prepare rows.
 *
 * <p>A row of a table and a single row take the same arithmetic, so that they are equal bit for bit.
 */
interface BoundColumn {

    /** The cells of a whole column of a table, which has this column's name. */
    Cell cell(Column column);

    /**
     * The position of the feature that a single row sets, or {@link Cell#NONE}.
     *
     * @param value the value of the row; null if it is missing
     */
    int id(@Nullable Object value);

    /** The value of that feature. */
    double value(@Nullable Object value);
}
