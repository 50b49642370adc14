package org.tributary.steps.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;

/** The bytes of the cell at hand, as it is and without the spaces and tabs around; used again for each cell. */
final class CsvCell implements Predicate<ColumnParser> {
    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.WHOLE, ColumnType.NUMBER);
    private final CsvDialect dialect;
    private final UsualNumber usual;
    private byte[] bytes = {};
    private int offset;
    private int length;
    private long row;

    CsvCell(CsvDialect dialect) {
        this.dialect = dialect;
        this.usual = new UsualNumber(dialect);
    }

    /** Says where in the file the row begins whose cells come next. */
    void enterRow(long place) {
        row = place;
    }

    void set(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /** Where in the file the row of this cell begins. */
    long row() {
        return row;
    }

    boolean isMissing() {
        int from = start();
        return dialect.missing().contains(bytes, from, end(from));
    }

    /** Adds the value, text with the spaces around it; false if it is not of the parser's type. */
    @Override
    public boolean test(ColumnParser parser) {
        if (dialect.hasUsualNumbers() || !NUMBERS.contains(parser.type())) {
            return parser.add(bytes, offset, length);
        }
        int from = start();
        return usual.read(bytes, from, end(from)) && parser.add(usual.bytes(), 0, usual.length());
    }

    private int start() {
        int from = offset;
        while (from < offset + length && isSpace(bytes[from])) {
            from++;
        }
        return from;
    }

    private int end(int from) {
        int to = offset + length;
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        return to;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    String stripped() {
        int from = start();
        return new String(bytes, from, end(from) - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
