package org.tributary.table;

import java.util.Arrays;

/**
 * Cells of one width, for numbers to be counted in. A greater number never lies in a lower cell, however the arithmetic rounds.
 *
 * @param middle a number of the column from among the others, if it has one
 * @param start where the first cell begins
 * @param perNumber how many cells lie between a number and the number that is greater by 1
 */
record CellGrid(double middle, double start, double perNumber) {
    static final int CELLS = 4096;
    private static final int SAMPLED = 1024;
    private static final int TAIL = 20;
    private static final int REACH = 2;

    /**
     * Cells where a sample of rows lies. What is beyond them belongs to the outermost ones, so that single far numbers do not
     * make all cells wide.
     */
    static CellGrid of(ColumnKeys column) {
        double[] sample = new double[Math.min(SAMPLED, column.rows())];
        int size = 0;
        for (int i = 0; i < sample.length; i++) {
            double number = column.number((int) ((long) i * column.rows() / sample.length));
            sample[size] = number;
            size += Double.isFinite(number) ? 1 : 0;
        }
        Arrays.sort(sample, 0, size);
        return size == 0 ? between(0, 0, 0) : ofSorted(sample, size);
    }

    private static CellGrid ofSorted(double[] sample, int size) {
        double low = sample[size / TAIL];
        double high = sample[size - 1 - size / TAIL];
        double reach = REACH * (high - low);
        return between(sample[size / 2], Math.max(sample[0], low - reach), Math.min(sample[size - 1], high + reach));
    }

    private static CellGrid between(double middle, double start, double end) {
        return new CellGrid(middle, start, CELLS / (end - start));
    }

    /** The cell of a number; 0 for NaN. */
    int cell(double number) {
        return Math.max(0, Math.min((int) ((number - start) * perNumber), CELLS - 1));
    }
}
