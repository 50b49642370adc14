package org.tributary.steps.ingest;

/** Knows where the rows of a file begin; asked only if there is something to tell about some of them. */
interface RowLines {

    /**
     * Finds the lines, counted from 1, in which rows begin.
     *
     * @param rows counted from 0, in ascending order
     */
    long[] of(int[] rows) throws InterruptedException;
}
