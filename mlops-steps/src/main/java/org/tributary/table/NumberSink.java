package org.tributary.table;

/** Takes the numbers of a column in large pieces: a compiled loop serves many values before it is left. */
interface NumberSink {

    /**
     * Takes the numbers of rows, NaN for missing ones.
     *
     * @param numbers not to be changed or kept
     * @param from the first place
     * @param to the place after the last one
     * @param row the row of the first place; a multiple of {@link RunningSpread#BLOCK}
     */
    void accept(double[] numbers, int from, int to, int row);
}
