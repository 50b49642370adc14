package org.tributary.steps.ingest;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.tributary.table.Column;
import org.tributary.table.ValueBits;

/** Finds the first row that has the value of a row. */
final class FirstRows {
    private final IntToLongFunction values;
    /** A row by slot, -1 for a free one; the length is a power of two. */
    private final int[] slots;

    FirstRows(Column column) {
        this.values = ValueBits.of(column);
        this.slots = new int[Integer.highestOneBit(Math.max(1, Math.min(column.size(), 1 << 29))) * 4];
        Arrays.fill(slots, -1);
    }

    /** The first row among those that were asked for, which is the row itself if none had its value; it must have one. */
    int of(int row) {
        long value = values.applyAsLong(row);
        int slot = slot(value);
        while (slots[slot] >= 0 && values.applyAsLong(slots[slot]) != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        if (slots[slot] < 0) {
            slots[slot] = row;
        }
        return slots[slot];
    }

    private int slot(long value) {
        long hash = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    }
}
