package org.tributary.steps.ingest;

import java.util.Arrays;
import org.tributary.table.ColumnParser;

/** The characters of the field at hand, as it is and without the spaces and tabs around; used again for each field. */
final class Cell {
    private char[] characters = {};
    private int offset;
    private int length;
    private int from;
    private int to;
    private long line;

    /** Looks at a field of a row that begins in a line. */
    void set(char[] characters, int offset, int length, long line) {
        this.characters = characters;
        this.offset = offset;
        this.length = length;
        this.line = line;
        from = offset;
        to = offset + length;
        while (from < to && isSpace(characters[from])) {
            from++;
        }
        while (to > from && isSpace(characters[to - 1])) {
            to--;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /** Adds the value, text with the spaces around it; false if it is not of the parser's type. */
    boolean addTo(ColumnParser parser) {
        return parser.add(characters, offset, length);
    }

    long line() {
        return line;
    }

    boolean isStripped(char[] text) {
        return to - from == text.length && Arrays.equals(characters, from, to, text, 0, text.length);
    }

    String stripped() {
        return new String(characters, from, to - from);
    }

    @Override
    public String toString() {
        return new String(characters, offset, length);
    }
}
