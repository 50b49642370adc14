package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.WholeColumn;

/** Prepares numbers: fills, shifts, scales. */
final class BoundNumber implements BoundColumn {

    private final String name;
    private final int id;
    private final boolean fills;
    private final double fill;
    private final double shift;
    private final double factor;

    BoundNumber(FittedColumn.Number fitted, int id) {
        this.name = fitted.name();
        this.id = id;
        this.fills = fitted.fill().isPresent();
        this.fill = fitted.fill().orElse(Double.NaN);
        this.shift = fitted.shift();
        this.factor = fitted.factor();
    }

    @Override
    public Cell cell(Column column) {
        if (column instanceof WholeColumn whole) {
            return cell(whole.asNumbers());
        }
        if (!(column instanceof NumberColumn numbers)) {
            throw Faults.wrongColumn(name, "number", column.type().label());
        }
        return new Cell() {
            @Override
            public int id(int row) {
                return id;
            }

            @Override
            public double value(int row) {
                return prepared(numbers.value(row), row);
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
            return prepared(Double.NaN, Faults.NO_ROW);
        }
        if (!(value instanceof Number number)) {
            throw Faults.wrongValue(name, "number", value);
        }
        return prepared(number.doubleValue(), Faults.NO_ROW);
    }

    private double prepared(double raw, int row) {
        double filled = Double.isNaN(raw) ? filling(row) : raw;
        double scaled = (filled - shift) * factor;
        if (!Double.isFinite(scaled)) {
            throw Faults.notFinite(name, filled, row);
        }
        return scaled;
    }

    private double filling(int row) {
        if (!fills) {
            throw Faults.missingValue(name, "impute", row);
        }
        return fill;
    }
}
