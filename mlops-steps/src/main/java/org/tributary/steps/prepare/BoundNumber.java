package org.tributary.steps.prepare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.WholeColumn;

/** Prepares numbers: fills, then finds the feature and its value. */
final class BoundNumber implements BoundColumn {

    private final String name;
    private final boolean fills;
    private final double fill;
    private final NumberFeature feature;

    BoundNumber(String name, Optional<Double> fill, NumberFeature feature) {
        this.name = name;
        this.fills = fill.isPresent();
        this.fill = fill.orElse(Double.NaN);
        this.feature = feature;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Cell cell(Column column) {
        if (column instanceof WholeColumn whole) {
            return cell(whole.asNumbers());
        }
        if (!(column instanceof NumberColumn numbers)) {
            throw Faults.wrongColumn(name, "number", column.type().label());
        }
        return feature instanceof NumberFeature.Scaled scaled
                ? new ScaledCell(numbers, scaled)
                : (row, ids, values, at) -> write(numbers.value(row), row, ids, values, at);
    }

    @Override
    public int read(@Nullable Object value, int[] ids, double[] values, int at) {
        if (value == null) {
            return write(Double.NaN, Faults.NO_ROW, ids, values, at);
        }
        if (!(value instanceof Number number)) {
            throw Faults.wrongValue(name, "number", value);
        }
        return write(number.doubleValue(), Faults.NO_ROW, ids, values, at);
    }

    private int write(double raw, int row, int[] ids, double[] values, int at) {
        double filled = filled(raw, row);
        values[at] = finite(feature.value(filled), filled, row);
        ids[at] = feature.id(filled);
        return at + 1;
    }

    private double filled(double raw, int row) {
        return Double.isNaN(raw) ? filling(row) : raw;
    }

    private double finite(double value, double filled, int row) {
        if (!Double.isFinite(value)) {
            throw Faults.notFinite(name, filled, row);
        }
        return value;
    }

    private double filling(int row) {
        if (!fills) {
            throw Faults.missingValue(name, "impute", row);
        }
        return fill;
    }

    /** Rows by many at once, for the arithmetic is short. */
    private final class ScaledCell implements Cell {
        private final NumberColumn numbers;
        private final NumberFeature.Scaled scaled;

        ScaledCell(NumberColumn numbers, NumberFeature.Scaled scaled) {
            this.numbers = numbers;
            this.scaled = scaled;
        }

        @Override
        public int read(int row, int[] ids, double[] values, int at) {
            return BoundNumber.this.write(numbers.value(row), row, ids, values, at);
        }

        @Override
        public void write(int from, double[][] all, int[] ids, double[] values) {
            int id = scaled.id();
            for (int at = 0; at < all.length; at++) {
                double value = scaled(numbers.value(from + at));
                check(value, from + at);
                all[at][id] = value;
            }
        }

        @Override
        public void give(int rows, int[] ids, double[] values, FeatureSink... sinks) {
            numbers.copy(0, rows, values);
            for (int row = 0; row < rows; row++) {
                double value = scaled(values[row]);
                check(value, row);
                values[row] = value;
            }
            for (FeatureSink sink : sinks) {
                sink.accept(scaled.id(), values, rows);
            }
        }

        /** NaN for a missing number that is not filled. */
        private double scaled(double raw) {
            return scaled.value(Gaps.filled(raw, fill));
        }

        private void check(double value, int row) {
            if (!Double.isFinite(value)) {
                finite(value, filled(numbers.value(row), row), row);
            }
        }
    }
}
