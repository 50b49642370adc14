package org.tributary.table;

/** Where values begin and end between the spaces and tabs around them. */
final class Spaces {
    private Spaces() {}

    static int start(byte[] utf8, int offset, int length) {
        int start = offset;
        while (start < offset + length && isSpace(utf8[start])) {
            start++;
        }
        return start;
    }

    static int end(byte[] utf8, int start, int offset, int length) {
        int end = offset + length;
        while (end > start && isSpace(utf8[end - 1])) {
            end--;
        }
        return end;
    }

    static boolean isSpace(byte c) {
        return c == ' ' || c == '\t';
    }
}
