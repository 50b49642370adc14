package org.tributary.table;

/** Grows a column row by row; each type of column has its own, with an {@code add} for its values. Not thread safe. */
public interface ColumnBuilder {

    /** Adds a row without a value. */
    void addMissing();

    /** How many rows were added. */
    int size();

    /** The rows so far as a column; the builder can go on after it. */
    Column build();
}
