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

    int size() {
        return values.length;
    }

    long value(int position) {
        return values[position];
    }

    boolean isMissing(int position) {
        return missing.get(position);
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

        int size() {
            return size;
        }

        Longs build() {
            return new Longs(Arrays.copyOf(values, size), (BitSet) missing.clone());
        }
    }
}
