package org.tributary.steps.ingest;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tributary.table.ColumnParser;
import org.tributary.table.PlainCells;

/** Reads the rows of a block into columns. Not thread safe. */
final class CsvRows {
    private final CsvCells cells;
    private final PlainCells plain;
    private final boolean hasPlainCells;
    private final char delimiter;
    private final CsvBlock block;
    private final byte[] bytes;
    private CsvColumn[] columns = {};
    /** By column; null where each cell must be looked at. */
    private @Nullable ColumnParser[] plainCells = {};

    private int rows;
    /** How many cells of the row at hand were read. */
    private int column;

    private CsvRows(CsvDialect dialect, List<String> names, CsvBlock block) {
        this.cells = new CsvCells(dialect, block, names);
        this.plain = PlainCells.in(
                block.bytes(),
                dialect.delimiter(),
                dialect.decimal(),
                dialect.quote(),
                dialect.missing().longest());
        this.hasPlainCells = dialect.hasPlainCells();
        this.delimiter = dialect.delimiter();
        this.block = block;
        this.bytes = block.bytes();
    }

    /**
     * Reads all rows that are whole.
     *
     * @param columns gives empty columns
     */
    static CsvPart read(CsvDialect dialect, List<String> names, CsvBlock block, Supplier<CsvColumn[]> columns) {
        try {
            CsvRows all = new CsvRows(dialect, names, block);
            int end = all.readUpTo(block.length(), columns.get());
            if (end == block.length()) {
                return all.part(end);
            }
            // The last row was cut when some of its cells were in their columns already.
            CsvRows whole = new CsvRows(dialect, names, block);
            return whole.part(whole.readUpTo(end, columns.get()));
        } catch (CsvMistake mistake) {
            return CsvPart.failed(mistake);
        }
    }

    private CsvPart part(int end) {
        return new CsvPart(columns, rows, end, null);
    }

    /** Gives where the rows end: there, or where one begins that is cut. */
    private int readUpTo(int limit, CsvColumn[] empty) {
        columns = empty;
        plainCells = new ColumnParser[empty.length];
        for (int i = 0; i < empty.length; i++) {
            lookForPlainCells(i);
        }
        return readRows(limit);
    }

    private void lookForPlainCells(int changed) {
        plainCells[changed] = hasPlainCells ? columns[changed].plainCells() : null;
    }

    private int readRows(int limit) {
        int at = 0;
        while (at < limit) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                at++;
            } else {
                int end = readRow(at);
                if (end == CsvCells.CUT || (end == block.length() && !block.last())) {
                    return at;
                }
                rows++;
                at = end;
            }
        }
        return limit;
    }

    private int readRow(int start) {
        cells.enterRow(start);
        column = 0;
        int at = start;
        boolean goesOn = true;
        while (goesOn && column < columns.length) {
            at = readPlain(at);
            goesOn = at == start || bytes[at - 1] == delimiter;
            if (goesOn && column < columns.length) {
                int end = readOther(at);
                if (end == CsvCells.CUT) {
                    return end;
                }
                goesOn = bytes[end] == delimiter;
                at = end + 1;
            }
        }
        return goesOn || column < columns.length ? refuse(start, at, column, goesOn) : at - 1;
    }

    /**
     * Reads plain cells up to the first that is none, or to the end of the row; gives where the next cell begins, or
     * the next row. Apart from all else, so that the machine code of this loop stays when a branch elsewhere is taken
     * for the first time.
     */
    private int readPlain(int start) {
        int at = start;
        int next = column;
        while (next < columns.length) {
            @Nullable ColumnParser values = plainCells[next];
            int end = values == null ? -1 : values.addPlain(plain, at);
            if (end < 0) {
                break;
            }
            next++;
            at = end + 1;
            if (bytes[end] != delimiter) {
                break;
            }
        }
        column = next;
        return at;
    }

    private int readOther(int at) {
        int end = cells.read(at, column);
        if (end >= 0) {
            columns[column].add(cells.cell());
            lookForPlainCells(column++);
        }
        return end;
    }

    /** Counts what fields there are besides those that were read. */
    private int refuse(int start, int from, int read, boolean more) {
        int count = read;
        int end = from - 1;
        for (boolean goesOn = more; goesOn; goesOn = bytes[end] == delimiter) {
            end = cells.read(end + 1, count++);
            if (end == CsvCells.CUT) {
                return end;
            }
        }
        if (end == block.length() && !block.last()) {
            return CsvCells.CUT;
        }
        int expected = columns.length;
        int actual = count;
        throw new CsvMistake(block.place() + start, at -> CsvFaults.fields(at, expected, actual));
    }

    /** What to say of a row that goes on and on. */
    static CsvMistake longRow(long place) {
        return new CsvMistake(place, at -> CsvFaults.longRow(at, CsvBlocks.LONGEST_ROW));
    }
}
