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
    public Cell cell(Column column) {
        if (!(column instanceof BooleanColumn truths)) {
            throw Faults.wrongColumn(fitted.name(), "boolean", column.type().label());
        }
        return new Cell() {
            @Override
            public int id(int row) {
                return id;
            }

            @Override
            public double value(int row) {
                return number(truths.isMissing(row) ? filling(row) : truths.value(row));
            }
        };
    }

    @Override
    public int id(@Nullable Object value) {
        return id;
    }

    @Override
    public double value(@Nullable Object value) {
        if (value == null) {
            return number(filling(Faults.NO_ROW));
        }
        if (!(value instanceof Boolean truth)) {
            throw Faults.wrongValue(fitted.name(), "boolean", value);
        }
        return number(truth);
    }

    private boolean filling(int row) {
        return fitted.fill().orElseThrow(() -> Faults.missingValue(fitted.name(), "impute", row));
    }

    private static double number(boolean truth) {
        return truth ? 1 : 0;
    }
}
