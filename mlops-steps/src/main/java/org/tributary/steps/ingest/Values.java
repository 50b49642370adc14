package org.tributary.steps.ingest;

import org.tributary.table.Column;

/** Values of one type that grow cell by cell. */
interface Values {

    /** Adds the value of a cell; false if it is not of this type, and nothing is added then. */
    boolean add(Cell cell);

    void addMissing();

    Column build();
}
