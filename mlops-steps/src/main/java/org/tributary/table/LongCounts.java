package org.tributary.table;

import java.util.function.ObjIntConsumer;

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
        values = new long[oldValues.length * 2];
        counts = new int[oldValues.length * 2];
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

    /** Gives each value with its count, in no order. */
    void forEach(ObjIntConsumer<Long> action) {
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                action.accept(values[i], counts[i]);
            }
        }
    }
}
