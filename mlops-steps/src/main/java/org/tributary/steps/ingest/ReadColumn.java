package org.tributary.steps.ingest;

import org.tributary.table.Column;

/**
 * A column of the type that its rule says.
 *
 * @param values missing where the file has no value, and where it has one of another type
 * @param misfits the values of another type
 */
record ReadColumn(Column values, Misfits misfits) {

    String name() {
        return values.name();
    }

    /** The value as text, the file's own where it is of another type; empty if it is missing. */
    String text(int row) {
        return misfits.rows().get(row) ? misfits.text(row) : values.text(row);
    }
}
