package org.tributary.steps.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;

/**
 * One column of the file: takes the cells of a block of rows, or the blocks of the whole file, in the order of the rows.
 *
 * <p>The column of the file gives an empty part for each block, which another thread may fill while other parts are appended.
 */
interface CsvColumn {

    String name();

    void add(CsvCell cell);

    /** What may be given plain cells of this column in place of it, until the next cell is added; null if nothing may. */
    default @Nullable ColumnParser plainCells() {
        return null;
    }

    /**
     * An empty column for the next block.
     *
     * @param used a part that was appended, to be used again if it fits
     * @param rows how many rows there may be
     */
    CsvColumn part(@Nullable CsvColumn used, int rows);

    /** Adds a part that {@link #part} gave; parts come in the order of the rows. */
    void append(CsvColumn part);

    /** Makes room for so many rows in all. */
    void reserve(int rows);

    /** The first value that cannot be kept as it was read: then the column is text and must be read again. */
    default Optional<Misfit> misfit() {
        return Optional.empty();
    }

    Column build();

    /**
     * A value that is not of the type of those before it.
     *
     * @param text the value, cut
     * @param row where in the file its row begins
     * @param numbers how many values there were before it, all of them numbers; 0 if they are not
     */
    record Misfit(String text, long row, long numbers) {}
}
