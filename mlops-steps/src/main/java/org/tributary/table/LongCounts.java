package org.tributary.table;

import java.util.Arrays;

/** Counts equal values without boxing them, until there are as many different ones as the cap. */
final class LongCounts {
    private final int cap;
    private long[] values = new long[32];
    /** 0 for a free place; the length is a power of two. */
    private int[] counts = new int[32];

    private int distinct;

    LongCounts(int cap) {
        this.cap = cap;
    }

    void add(long value) {
        if (distinct == cap) {
            return;
        }
        int place = place(value);
        if (counts[place]++ == 0) {
            values[place] = value;
            distinct++;
            growIfHalfFull();
        }
    }

    private int place(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & (values.length - 1);
        while (counts[place] > 0 && values[place] != value) {
            place = (place + 1) & (values.length - 1);
        }
        return place;
    }

    private void growIfHalfFull() {
        if (distinct * 2 <= values.length) {
            return;
        }
        long[] oldValues = values;
        int[] oldCounts = counts;
        values = new long[oldValues.length * 4];
        counts = new int[oldValues.length * 4];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldCounts[i] > 0) {
                int place = place(oldValues[i]);
                values[place] = oldValues[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    /** How many different values there are, at most the cap. */
    int distinct() {
        return distinct;
    }

    /** Whether the cap was reached, after which nothing was counted. */
    boolean isFull() {
        return distinct == cap;
    }

    /** The different values, the least first. */
    long[] sorted() {
        long[] sorted = new long[distinct];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                sorted[next++] = values[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** How often a value was added. */
    int count(long value) {
        return counts[place(value)];
    }
}
