package org.tributary.table;

import java.util.Arrays;
import java.util.Objects;

/** A column of decimal numbers; NaN means missing. Infinities are values, and 0.0 and -0.0 are different ones. */
public final class NumberColumn implements Column {
    private final String name;
    private final double[] data;
    final RowIndex rows;

    NumberColumn(String name, double[] data, RowIndex rows) {
        this.name = name;
        this.data = data;
        this.rows = rows;
    }

    /** A column of these values, which are copied; NaN is missing. */
    public static NumberColumn of(String name, double... values) {
        return new NumberColumn(name, values.clone(), RowIndex.all(values.length));
    }

    /** An empty builder. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The value of a row, NaN if it is missing. */
    public double value(int row) {
        return data[rows.at(row)];
    }

    /** The values in row order, in an array of the caller's own. */
    public double[] toArray() {
        if (rows.isRange()) {
            return Arrays.copyOfRange(data, rows.from(), rows.from() + size());
        }
        double[] values = new double[size()];
        copy(0, values.length, values);
        return values;
    }

    /**
     * Copies the values of consecutive rows to the start of an array.
     *
     * @param row the first row
     * @param count how many rows
     */
    public void copy(int row, int count, double[] target) {
        Objects.checkFromIndexSize(row, count, size());
        if (rows.isRange()) {
            System.arraycopy(data, rows.from() + row, target, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[i] = value(row + i);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(value(row));
    }

    @Override
    public int missingCount() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isMissing(row) ? 1 : 0;
        }
        return count;
    }

    @Override
    public String text(int row) {
        return NumberText.of(value(row));
    }

    @Override
    public NumberColumn named(String name) {
        return new NumberColumn(name, data, rows);
    }

    ColumnKeys keys() {
        return new NumberKeys(data, rows);
    }

    NumberColumn over(RowIndex index) {
        return new NumberColumn(name, data, index);
    }

    @Override
    public <R> R fold(ColumnCases<? extends R> cases) {
        return cases.numbers(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberColumn that
                && name.equals(that.name)
                && size() == that.size()
                && sameValues(that);
    }

    private boolean sameValues(NumberColumn that) {
        for (int row = 0; row < size(); row++) {
            if (Double.doubleToLongBits(value(row)) != Double.doubleToLongBits(that.value(row))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int row = 0; row < size(); row++) {
            hash = 31 * hash + Double.hashCode(value(row));
        }
        return hash;
    }

    @Override
    public String toString() {
        return ColumnText.summary(this);
    }

    /** Grows a column of numbers. */
    public static final class Builder implements ColumnBuilder {
        private final String name;
        private double[] values = new double[16];
        private int size;
        /** Whether a column that was built holds the array. */
        private boolean shared;

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a value; NaN is missing. */
        public void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Capacity.after(size));
            }
            values[size++] = value;
        }

        void addAll(Builder later) {
            reserve(Capacity.holding(size, later.size, values.length));
            System.arraycopy(later.values, 0, values, size, later.size);
            size += later.size;
        }

        void reserve(int rows) {
            if (rows > values.length) {
                values = Arrays.copyOf(values, rows);
            }
        }

        void clear() {
            if (shared) {
                values = new double[values.length];
                shared = false;
            }
            size = 0;
        }

        @Override
        public void addMissing() {
            add(Double.NaN);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public NumberColumn build() {
            // What lies behind the last row is never shown, and what lies before it never changes: both can share the
            // array.
            shared = !Capacity.isWasted(size, values.length);
            double[] kept = shared ? values : Arrays.copyOf(values, size);
            return new NumberColumn(name, kept, RowIndex.all(size));
        }
    }
}
