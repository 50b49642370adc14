package org.tributary.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows of the data a column shows, in which order: one range of the data, or of picked positions in it. */
final class RowIndex {
    private final int @Nullable [] picked;
    private final int from;
    private final int size;

    private RowIndex(int @Nullable [] picked, int from, int size) {
        this.picked = picked;
        this.from = from;
        this.size = size;
    }

    static RowIndex all(int size) {
        return new RowIndex(null, 0, size);
    }

    int size() {
        return size;
    }

    /** The position in the data of a row. */
    int at(int row) {
        int position = from + Objects.checkIndex(row, size);
        return picked == null ? position : picked[position];
    }

    RowIndex slice(int start, int end) {
        Objects.checkFromToIndex(start, end, size);
        return new RowIndex(picked, from + start, end - start);
    }

    RowIndex pick(int[] rows) {
        int[] positions = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positions[i] = at(rows[i]);
        }
        return new RowIndex(positions, 0, positions.length);
    }

    /** Whether the rows are the data from this position on, without a gap. */
    boolean isRange() {
        return picked == null;
    }

    /** The position of the first row; only for a range. */
    int from() {
        return from;
    }

    /** Equal if they show the same positions of the same array, or the same range. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RowIndex that && picked == that.picked && from == that.from && size == that.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(picked), from, size);
    }
}
