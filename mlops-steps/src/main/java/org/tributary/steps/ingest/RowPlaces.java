package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Knows where rows begin in what was read; asked only if there is something to tell about some of them. */
interface RowPlaces {

    /** Those of the result of a query, which is no file. */
    static RowPlaces ofQuery() {
        return rows -> Collections.nCopies(rows.length, new RowPlace("", ""));
    }

    /** Those in a file that has no lines. */
    static RowPlaces ofFile(Path file) {
        return rows -> Collections.nCopies(rows.length, new RowPlace(file.toString(), ""));
    }

    /**
     * Finds the places of rows.
     *
     * @param rows counted from 0, in ascending order
     */
    List<RowPlace> of(int[] rows) throws InterruptedException;
}
