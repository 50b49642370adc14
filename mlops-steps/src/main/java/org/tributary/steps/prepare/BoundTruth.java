package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;

/** Prepares true and false: 1 and 0. */
final class BoundTruth implements BoundColumn {

    private final FittedColumn.Truth fitted;
    private final int id;

    BoundTruth(FittedColumn.Truth fitted, int id) {
        this.fitted = fitted;
        this.id = id;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Cell cell(Column column) {
        if (!(column instanceof BooleanColumn truths)) {
            throw Faults.wrongColumn(fitted.name(), "boolean", column.type().label());
        }
        return (row, ids, values, at) ->
                write(truths.isMissing(row) ? filling(row) : truths.value(row), ids, values, at);
    }

    @Override
    public int read(@Nullable Object value, int[] ids, double[] values, int at) {
        if (value == null) {
            return write(filling(Faults.NO_ROW), ids, values, at);
        }
        if (!(value instanceof Boolean truth)) {
            throw Faults.wrongValue(fitted.name(), "boolean", value);
        }
        return write(truth, ids, values, at);
    }

    private boolean filling(int row) {
        return fitted.fill().orElseThrow(() -> Faults.missingValue(fitted.name(), "impute", row));
    }

    private int write(boolean truth, int[] ids, double[] values, int at) {
        ids[at] = id;
        values[at] = truth ? 1 : 0;
        return at + 1;
    }
}
