package org.tributary.table;

/**
 * The values of a column of numbers, whole numbers or times. A value is seen as a number, and as a key: a whole number that
 * tells different values apart and sorts as they do.
 */
interface ColumnKeys {
    /** How many rows a copied piece has at most. */
    int PIECE = 16 * RunningSpread.BLOCK;

    /** How many rows there are, missing ones included. */
    int rows();

    /** Gives all numbers in row order. */
    default void numbers(NumberSink sink) {
        double[] piece = new double[Math.min(PIECE, rows())];
        for (int row = 0; row < rows(); row += PIECE) {
            int size = Math.min(PIECE, rows() - row);
            copy(row, size, piece);
            sink.accept(piece, 0, size, row);
        }
    }

    /** Copies the numbers of rows to the start of an array. */
    default void copy(int row, int size, double[] piece) {
        for (int i = 0; i < size; i++) {
            piece[i] = number(row + i);
        }
    }

    /** Adds the keys in row order until the counts are full. */
    void count(LongCounts counts);

    /** The number of a row, NaN if it is missing. */
    double number(int row);

    /** The key of a row that is not missing. */
    long key(int row);

    /** The number that stands behind a key. */
    double numberOf(long key);

    /** How a histogram cuts what lies between two finite numbers. */
    HistogramEdges edges(double min, double max);
}
