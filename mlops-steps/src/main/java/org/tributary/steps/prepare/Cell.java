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
}
