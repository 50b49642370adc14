package org.tributary.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of true and false with explicit missing ones. */
public final class BooleanColumn implements Column {
    static final byte FALSE = 0;
    static final byte TRUE = 1;
    static final byte MISSING = 2;
    private final String name;
    private final byte[] data;
    final RowIndex rows;

    BooleanColumn(String name, byte[] data, RowIndex rows) {
        this.name = name;
        this.data = data;
        this.rows = rows;
    }

    /** A column of these values; null is missing. */
    public static BooleanColumn of(String name, @Nullable Boolean... values) {
        Builder builder = builder(name);
        Arrays.asList(values).forEach(builder::addNullable);
        return builder.build();
    }

    /** An empty builder. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The value of a row, false if it is missing: ask {@link #isMissing} first. */
    public boolean value(int row) {
        return state(row) == TRUE;
    }

    /** 0 for false, 1 for true, 2 for missing. */
    byte state(int row) {
        return data[rows.at(row)];
    }

    /** How many rows are false, and how many are true. */
    int[] counts() {
        int[] counts = new int[3];
        for (int row = 0; row < size(); row++) {
            counts[state(row)]++;
        }
        return Arrays.copyOf(counts, MISSING);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isMissing(int row) {
        return state(row) == MISSING;
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
        return isMissing(row) ? "" : Boolean.toString(value(row));
    }

    @Override
    public BooleanColumn named(String name) {
        return new BooleanColumn(name, data, rows);
    }

    BooleanColumn over(RowIndex index) {
        return new BooleanColumn(name, data, index);
    }

    @Override
    public <R> R fold(ColumnCases<? extends R> cases) {
        return cases.booleans(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BooleanColumn that
                && name.equals(that.name)
                && size() == that.size()
                && sameValues(that);
    }

    private boolean sameValues(BooleanColumn that) {
        for (int row = 0; row < size(); row++) {
            if (state(row) != that.state(row)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int row = 0; row < size(); row++) {
            hash = 31 * hash + state(row);
        }
        return hash;
    }

    @Override
    public String toString() {
        return ColumnText.summary(this);
    }

    /** Grows a column of true and false. */
    public static final class Builder implements ColumnBuilder {
        private final String name;
        private byte[] values = new byte[16];
        private int size;

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a value. */
        public void add(boolean value) {
            addState(value ? TRUE : FALSE);
        }

        private void addNullable(@Nullable Boolean value) {
            if (value == null) {
                addMissing();
            } else {
                add(value);
            }
        }

        private void addState(byte state) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Capacity.after(size));
            }
            values[size++] = state;
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
            size = 0;
        }

        @Override
        public void addMissing() {
            addState(MISSING);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public BooleanColumn build() {
            return new BooleanColumn(name, Arrays.copyOf(values, size), RowIndex.all(size));
        }
    }
}
