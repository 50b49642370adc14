package org.tributary.table;

import java.util.Arrays;
import java.util.BitSet;

/** Whole values with explicit missing ones, as whole numbers and times hold them. The value of a missing row is 0. */
final class Longs {
    private final long[] values;
    private final BitSet missing;

    /** Takes both over: nobody else may change them. */
    Longs(long[] values, BitSet missing) {
        this.values = values;
        this.missing = missing;
    }

    static Longs of(long... values) {
        return new Longs(values.clone(), new BitSet());
    }

    long value(int position) {
        return values[position];
    }

    boolean isMissing(int position) {
        return missing.get(position);
    }

    /** Copies values as numbers, NaN for missing ones, to the start of an array. */
    void copy(int from, int size, double[] numbers) {
        for (int i = 0; i < size; i++) {
            numbers[i] = values[from + i];
        }
        for (int i = missing.nextSetBit(from); i >= 0 && i < from + size; i = missing.nextSetBit(i + 1)) {
            numbers[i - from] = Double.NaN;
        }
    }

    boolean anyMissing() {
        return !missing.isEmpty();
    }

    static int missingCount(Longs longs, RowIndex rows) {
        int count = 0;
        for (int row = 0; longs.anyMissing() && row < rows.size(); row++) {
            count += longs.isMissing(rows.at(row)) ? 1 : 0;
        }
        return count;
    }

    static boolean equal(Longs a, RowIndex aRows, Longs b, RowIndex bRows) {
        if (aRows.size() != bRows.size()) {
            return false;
        }
        for (int row = 0; row < aRows.size(); row++) {
            int i = aRows.at(row);
            int k = bRows.at(row);
            if (a.values[i] != b.values[k] || a.isMissing(i) != b.isMissing(k)) {
                return false;
            }
        }
        return true;
    }

    static int hash(Longs longs, RowIndex rows) {
        int hash = 1;
        for (int row = 0; row < rows.size(); row++) {
            int position = rows.at(row);
            hash = 31 * hash + (longs.isMissing(position) ? 7 : Long.hashCode(longs.values[position]));
        }
        return hash;
    }

    /** Grows such values. */
    static final class Growing {
        private final BitSet missing = new BitSet();
        private long[] values = new long[16];
        private int size;
        /** Whether a column that was built holds the array. */
        private boolean shared;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Capacity.after(size));
            }
            values[size++] = value;
        }

        void addMissing() {
            missing.set(size);
            add(0);
        }

        void addAll(Growing later) {
            reserve(Capacity.holding(size, later.size, values.length));
            System.arraycopy(later.values, 0, values, size, later.size);
            later.missing.stream().forEach(row -> missing.set(size + row));
            size += later.size;
        }

        void addTo(NumberColumn.Builder numbers) {
            for (int row = 0; row < size; row++) {
                numbers.add(missing.get(row) ? Double.NaN : values[row]);
            }
        }

        void reserve(int rows) {
            if (rows > values.length) {
                values = Arrays.copyOf(values, rows);
            }
        }

        void clear() {
            if (shared) {
                values = new long[values.length];
                shared = false;
            }
            missing.clear();
            size = 0;
        }

        int size() {
            return size;
        }

        Longs build() {
            shared = !Capacity.isWasted(size, values.length);
            long[] kept = shared ? values : Arrays.copyOf(values, size);
            return new Longs(kept, (BitSet) missing.clone());
        }
    }
}
