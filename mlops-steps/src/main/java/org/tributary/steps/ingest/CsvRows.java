package org.tributary.steps.ingest;

import java.util.List;
import java.util.function.Supplier;
import org.tributary.table.PlainNumber;

/** Reads the rows of a block into columns. Not thread safe. */
final class CsvRows {
    private final CsvCells cells;
    private final PlainNumber plain;
    private final boolean hasPlainNumbers;
    private final char delimiter;
    private final CsvBlock block;
    private final byte[] bytes;
    private CsvColumn[] columns = {};
    private int rows;

    private CsvRows(CsvDialect dialect, List<String> names, CsvBlock block) {
        this.cells = new CsvCells(dialect, block, names);
        this.plain = PlainNumber.in(block.bytes(), dialect.delimiter(), dialect.decimal());
        this.hasPlainNumbers = dialect.hasPlainNumbers();
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
            CsvText.check(block, block.length());
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
        int at = start;
        for (int column = 0; column < columns.length; column++) {
            int end = readCell(at, column);
            if (end == CsvCells.CUT) {
                return end;
            }
            boolean goesOn = bytes[end] == delimiter;
            if (goesOn == (column == columns.length - 1)) {
                return refuse(start, end + 1, column + 1, goesOn);
            }
            at = end + 1;
        }
        return at - 1;
    }

    private int readCell(int at, int column) {
        if (hasPlainNumbers) {
            int end = columns[column].addPlain(plain, at);
            if (end >= 0) {
                return end;
            }
        }
        int end = cells.read(at, column);
        if (end >= 0) {
            columns[column].add(cells.cell());
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
