package org.tributary.steps.ingest;

import java.util.List;

/** Knows where rows begin in what was read; asked only if there is something to tell about some of them. */
interface RowPlaces {

    /**
     * Finds the places of rows.
     *
     * @param rows counted from 0, in ascending order
     */
    List<RowPlace> of(int[] rows) throws InterruptedException;
}
