package org.tributary.table;

import java.util.Arrays;

/**
 * A column with many different values, of which no sorted copy is made: only the keys of the cells in which a wanted rank or
 * edge lies are collected, in a second pass over the column.
 */
final class CellKeys implements NumberSink {
    private final ColumnKeys column;
    private final CellGrid grid;
    private final int[] before;
    /** By cell the place of its keys in {@link #collected}, 0 for a cell that is not wanted. */
    private final byte[] slots;

    private final long[][] collected;
    private final int[] sizes;
    private int wanted;

    private CellKeys(ColumnKeys column, NumberScan scan, int mostWanted) {
        this.column = column;
        this.grid = scan.grid();
        this.before = scan.before();
        this.slots = new byte[CellGrid.CELLS];
        this.collected = new long[mostWanted + 1][];
        this.sizes = new int[mostWanted + 1];
    }

    /** @param ranks ascending */
    static Found find(ColumnKeys column, NumberScan scan, long[] ranks, long[] edges) {
        CellKeys keys = new CellKeys(column, scan, ranks.length + edges.length);
        for (long rank : ranks) {
            keys.want(keys.cellAt(rank));
        }
        for (long edge : edges) {
            keys.want(keys.cellOf(edge));
        }
        column.numbers(keys);
        return new Found(keys.at(ranks), keys.below(edges));
    }

    private int cellAt(long rank) {
        return KeyRanks.bucketAt(before, (int) rank);
    }

    private int cellOf(long key) {
        return grid.cell(column.numberOf(key));
    }

    private void want(int cell) {
        if (slots[cell] == 0) {
            slots[cell] = (byte) ++wanted;
            collected[wanted] = new long[before[cell + 1] - before[cell]];
        }
    }

    @Override
    public void accept(double[] numbers, int from, int to, int row) {
        byte[] slotOf = slots;
        for (int i = from; i < to; i++) {
            int slot = slotOf[grid.cell(numbers[i])];
            if (slot != 0) {
                keep(slot, numbers[i], row + i - from);
            }
        }
    }

    private void keep(int slot, double number, int row) {
        if (!Double.isNaN(number)) {
            collected[slot][sizes[slot]++] = column.key(row);
        }
    }

    private long[] at(long[] ranks) {
        int[] places = Arrays.stream(ranks).mapToInt(rank -> (int) rank).toArray();
        return KeyRanks.at(before, places, cell -> collected[slots[cell]]);
    }

    private long[] below(long[] edges) {
        long[] below = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            int cell = cellOf(edges[i]);
            below[i] = (long) before[cell] + countBelow(collected[slots[cell]], edges[i]);
        }
        return below;
    }

    private static int countBelow(long[] keys, long edge) {
        int count = 0;
        for (long key : keys) {
            count += key < edge ? 1 : 0;
        }
        return count;
    }
}
