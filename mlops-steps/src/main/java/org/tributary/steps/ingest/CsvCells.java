package org.tributary.steps.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.tributary.pipeline.PipelineException;

/** Finds where cells end, at a delimiter or a line break outside of quotes, and refuses what is no text in them. */
final class CsvCells {
    /** A cell of more bytes is refused, so that an open quote does not read to the end of a large file. */
    static final int LONGEST = 1 << 22;

    /** The bytes end within the cell. */
    static final int CUT = -1;

    private final CsvDialect dialect;
    private final CsvCell cell;
    private final List<String> names;
    private final CsvBlock block;
    private final CsvText text;
    private byte[] unquoted = new byte[256];

    /** @param names those of the columns, as far as they are known */
    CsvCells(CsvDialect dialect, CsvBlock block, List<String> names) {
        this.dialect = dialect;
        this.names = names;
        this.cell = new CsvCell(dialect);
        this.block = block;
        this.text = new CsvText(block);
    }

    void enterRow(int at) {
        cell.enterRow(block.place() + at);
    }

    /** The cell that was read last. */
    CsvCell cell() {
        return cell;
    }

    /**
     * Reads the cell that begins here.
     *
     * @param column which one it is in its row, counted from 0
     * @return where it ends, or {@link #CUT}
     */
    int read(int at, int column) {
        byte[] bytes = block.bytes();
        if (bytes[at] == dialect.quote()) {
            return readQuoted(bytes, at, column);
        }
        int end = at;
        int odd = 0;
        while (!ends(bytes[end])) {
            odd |= CsvText.oddness(bytes[end++]);
        }
        checkLength(end - at, at, column);
        if (end == block.length() && !block.last()) {
            return CUT;
        }
        if (odd < 0) {
            text.checkOdd(at, end);
        }
        cell.set(bytes, at, end - at);
        return end;
    }

    private boolean ends(byte b) {
        return b == dialect.delimiter() || b == '\n' || b == '\r';
    }

    private int readQuoted(byte[] bytes, int at, int column) {
        int length = 0;
        int from = at + 1;
        while (true) {
            int quote = quote(bytes, from);
            checkLength(length + quote - from, at, column);
            if (quote == block.length()) {
                return cut(at, column);
            }
            boolean doubled = bytes[quote + 1] == dialect.quote();
            if (!doubled && length == 0) {
                cell.set(bytes, from, quote - from);
                return afterQuote(bytes, quote + 1, at, column);
            }
            length = unquote(bytes, from, doubled ? quote + 1 : quote, length);
            if (!doubled) {
                cell.set(unquoted, 0, length);
                return afterQuote(bytes, quote + 1, at, column);
            }
            from = quote + 2;
        }
    }

    /** The next quote, or the end of the block. */
    private int quote(byte[] bytes, int from) {
        int at = from;
        while (at < block.length() && bytes[at] != dialect.quote()) {
            at++;
        }
        return at;
    }

    private int unquote(byte[] bytes, int from, int to, int length) {
        if (length + to - from > unquoted.length) {
            unquoted = Arrays.copyOf(unquoted, Math.max(2 * unquoted.length, length + to - from));
        }
        System.arraycopy(bytes, from, unquoted, length, to - from);
        return length + to - from;
    }

    private int cut(int at, int column) {
        if (!block.last()) {
            return CUT;
        }
        text.check(at, block.length());
        throw mistake(at, column, CsvFaults::openQuote);
    }

    private int afterQuote(byte[] bytes, int after, int at, int column) {
        int end = after;
        while (!ends(bytes[end])) {
            end++;
        }
        if (end == block.length() && !block.last()) {
            return CUT;
        }
        text.check(at, end);
        if (end > after) {
            throw mistake(at, column, CsvFaults::afterQuote);
        }
        return end;
    }

    private void checkLength(int length, int at, int column) {
        if (length > LONGEST) {
            throw mistake(at, column, CsvFaults::longField);
        }
    }

    private CsvMistake mistake(int at, int column, BiFunction<CsvPlace, String, PipelineException> told) {
        String field = column < names.size() ? "column \"" + names.get(column) + "\"" : "field " + (column + 1);
        return new CsvMistake(block.place() + at, place -> told.apply(place, field));
    }
}
