package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/**
 * Sets one feature more in the rows whose value is missing.
 *
 * @param inner what fills the missing value
 * @param id the position of that feature
 */
record BoundIndicator(BoundColumn inner, int id) implements BoundColumn {

    @Override
    public int most() {
        return inner.most() + 1;
    }

    @Override
    public Cell cell(Column column) {
        Cell cell = inner.cell(column);
        return (row, ids, values, at) -> indicate(column.isMissing(row), ids, values, cell.read(row, ids, values, at));
    }

    @Override
    public int read(@Nullable Object value, int[] ids, double[] values, int at) {
        return indicate(isMissing(value), ids, values, inner.read(value, ids, values, at));
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || (value instanceof Number number && Double.isNaN(number.doubleValue()));
    }

    private int indicate(boolean missing, int[] ids, double[] values, int at) {
        if (!missing) {
            return at;
        }
        ids[at] = id;
        values[at] = 1;
        return at + 1;
    }
}
