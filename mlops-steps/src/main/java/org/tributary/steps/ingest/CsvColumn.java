package org.tributary.steps.ingest;

import java.util.Optional;
import org.tributary.table.Column;

/** Takes the cells of one column of the file, in the order of the rows. */
interface CsvColumn {

    void add(Cell cell);

    /** Whether the values so far cannot be kept as they were read: the column is text and must be read again. */
    default boolean isMisread() {
        return false;
    }

    /** What the user should know about the type of this column. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    String name();

    Column build();
}
