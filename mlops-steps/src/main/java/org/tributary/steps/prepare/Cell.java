package org.tributary.steps.prepare;

/** The features that an input column sets in a row of a table. */
interface Cell {

    /**
     * Writes the features that the row sets, each once, and their values, never NaN.
     *
     * @param at where to write first
     * @return the position after the last that was written
     */
    int read(int row, int[] ids, double[] values, int at);

    /**
     * Sets the features of some rows, which are all 0 before: the same as {@link #read} for each, with less work.
     *
     * @param from the first row
     * @param all takes the features by position, row by row
     * @param ids room for the positions of one row, of no meaning after it
     * @param values room for the values of one row, or for one value of each row
     */
    default void write(int from, double[][] all, int[] ids, double[] values) {
        for (int row = 0; row < all.length; row++) {
            int size = read(from + row, ids, values, 0);
            for (int at = 0; at < size; at++) {
                all[row][ids[at]] = values[at];
            }
        }
    }

    /**
     * Gives the values that all rows set to one sink after the other: the same as {@link #read} for each row, with less work.
     *
     * @param rows how many rows there are
     * @param ids room for the positions of one row, of no meaning after it
     * @param values room for the values of one row, or for one value of each row
     */
    default void give(int rows, int[] ids, double[] values, FeatureSink... sinks) {
        for (FeatureSink sink : sinks) {
            for (int row = 0; row < rows; row++) {
                int size = read(row, ids, values, 0);
                for (int at = 0; at < size; at++) {
                    sink.accept(ids[at], values[at], 1);
                }
            }
        }
    }
}
