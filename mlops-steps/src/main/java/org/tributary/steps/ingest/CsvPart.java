package org.tributary.steps.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What was read of a block.
 *
 * @param columns a column for each of the file
 * @param rows how many rows they have
 * @param end where in the block the rows end; what is behind it belongs to a row that goes on in the next block
 * @param mistake what is wrong behind the last of the rows, if anything is
 */
record CsvPart(
        CsvColumn[] columns, int rows, int end, @Nullable RuntimeException mistake) {

    static CsvPart failed(RuntimeException mistake) {
        return new CsvPart(new CsvColumn[0], 0, 0, mistake);
    }
}
