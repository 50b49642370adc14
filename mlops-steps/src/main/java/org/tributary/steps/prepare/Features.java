package org.tributary.steps.prepare;

import java.util.List;
import java.util.Objects;

/**
 * The finished numbers of a table, computed row by row when asked for; nothing is stored.
 *
 * <p>A row sets a few features of each input column, most columns one; all others are 0. <b>Threads:</b> safe.
 * <b>Failure:</b> a row that cannot be prepared is a {@link org.tributary.pipeline.PipelineException} when it is read.
 */
public final class Features {

    private final List<String> names;
    private final Cell[] cells;
    private final int mostSet;
    private final int rowCount;

    /** @param mostSet how many features the cells of a row set at most, together */
    Features(List<String> names, Cell[] cells, int mostSet, int rowCount) {
        this.names = names;
        this.cells = cells;
        this.mostSet = mostSet;
        this.rowCount = rowCount;
    }

    /** The names by position, sorted by {@link String#compareTo}: the order of ids in a Tribuo model. */
    public List<String> names() {
        return names;
    }

    /** How many rows there are. */
    public int rowCount() {
        return rowCount;
    }

    /** How many features a row sets at most: the length that {@link #read} needs. */
    public int mostSet() {
        return mostSet;
    }

    /** Whether a column may set more than one feature in a row. */
    public boolean setsMany() {
        return mostSet > cells.length;
    }

    /**
     * Reads the features that a row sets; those it does not name are 0.
     *
     * @param ids takes the positions, each once, in no promised order
     * @param values takes the values, never NaN or infinite
     * @return how many were set
     */
    public int read(int row, int[] ids, double[] values) {
        int size = 0;
        for (Cell cell : cells) {
            size = cell.read(row, ids, values, size);
        }
        return size;
    }

    /**
     * Gives the values that rows set: those for the first input column in all rows to one sink after the other, then those for
     * the second, and so on.
     */
    public void give(FeatureSink... sinks) {
        int[] ids = new int[mostSet];
        double[] values = new double[Math.max(mostSet, rowCount)];
        for (Cell cell : cells) {
            cell.give(rowCount, ids, values, sinks);
        }
    }

    /**
     * All features of some rows by position, in arrays of the caller's own: less work than {@link #row} for each.
     *
     * @param from the first row
     * @param to the row after the last
     */
    public double[][] rows(int from, int to) {
        Objects.checkFromToIndex(from, to, rowCount);
        double[][] all = new double[to - from][];
        for (int at = 0; at < all.length; at++) {
            all[at] = new double[names.size()];
        }
        int[] ids = new int[mostSet];
        double[] values = new double[Math.max(mostSet, all.length)];
        for (Cell cell : cells) {
            cell.write(from, all, ids, values);
        }
        return all;
    }

    /** All features of a row by position, in an array of the caller's own. */
    public double[] row(int row) {
        Objects.checkIndex(row, rowCount);
        return rows(row, row + 1)[0];
    }
}
