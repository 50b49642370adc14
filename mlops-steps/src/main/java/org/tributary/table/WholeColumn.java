package org.tributary.table;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of whole numbers of 64 bits with explicit missing ones. */
public final class WholeColumn implements Column {
    private final String name;
    private final Longs data;
    final RowIndex rows;

    WholeColumn(String name, Longs data, RowIndex rows) {
        this.name = name;
        this.data = data;
        this.rows = rows;
    }

    /** A column of these values, which are copied; none is missing. */
    public static WholeColumn of(String name, long... values) {
        return new WholeColumn(name, Longs.of(values), RowIndex.all(values.length));
    }

    /** A column of these values; null is missing. */
    public static WholeColumn of(String name, List<@Nullable Long> values) {
        Builder builder = builder(name);
        values.forEach(builder::addNullable);
        return builder.build();
    }

    /** An empty builder. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The value of a row, 0 if it is missing: ask {@link #isMissing} first. */
    public long value(int row) {
        return data.value(rows.at(row));
    }

    /** The same values as decimal numbers; above 2 to the power of 53 they are rounded to the nearest one. */
    public NumberColumn asNumbers() {
        double[] values = new double[size()];
        copy(0, values.length, values);
        return new NumberColumn(name, values, RowIndex.all(values.length));
    }

    /**
     * Copies values of rows as decimal numbers, NaN for a missing one, to the start of an array.
     *
     * @param row the first row
     * @param count how many rows
     */
    public void copy(int row, int count, double[] target) {
        Objects.checkFromIndexSize(row, count, size());
        keys().copy(row, count, target);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.WHOLE;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isMissing(int row) {
        return data.isMissing(rows.at(row));
    }

    @Override
    public int missingCount() {
        return Longs.missingCount(data, rows);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Long.toString(value(row));
    }

    @Override
    public WholeColumn named(String name) {
        return new WholeColumn(name, data, rows);
    }

    ColumnKeys keys() {
        return new WholeKeys(data, rows, HistogramEdges::ofWholes);
    }

    WholeColumn over(RowIndex index) {
        return new WholeColumn(name, data, index);
    }

    @Override
    public <R> R fold(ColumnCases<? extends R> cases) {
        return cases.wholes(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WholeColumn that
                && name.equals(that.name)
                && Longs.equal(data, rows, that.data, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Longs.hash(data, rows);
    }

    @Override
    public String toString() {
        return ColumnText.summary(this);
    }

    /** Grows a column of whole numbers. */
    public static final class Builder implements ColumnBuilder {
        private final String name;
        private final Longs.Growing values = new Longs.Growing();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a value. */
        public void add(long value) {
            values.add(value);
        }

        private void addNullable(@Nullable Long value) {
            if (value == null) {
                addMissing();
            } else {
                add(value);
            }
        }

        void addAll(Builder later) {
            values.addAll(later.values);
        }

        void addTo(NumberColumn.Builder numbers) {
            values.addTo(numbers);
        }

        void reserve(int rows) {
            values.reserve(rows);
        }

        void clear() {
            values.clear();
        }

        @Override
        public void addMissing() {
            values.addMissing();
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public WholeColumn build() {
            return new WholeColumn(name, values.build(), RowIndex.all(values.size()));
        }
    }
}
