package org.tributary.steps.ingest;

import java.util.Arrays;

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

    char[] characters() {
        return characters;
    }

    /** Where the field begins, spaces included. */
    int offset() {
        return offset;
    }

    /** How long the field is, spaces included. */
    int length() {
        return length;
    }

    /** Where the value begins, without spaces. */
    int from() {
        return from;
    }

    /** Where the value ends, without spaces. */
    int to() {
        return to;
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
