package org.tributary.table;

/** Where values begin and end between the spaces and tabs around them. */
final class Spaces {
    private Spaces() {}

    static int start(char[] characters, int offset, int length) {
        int start = offset;
        while (start < offset + length && isSpace(characters[start])) {
            start++;
        }
        return start;
    }

    static int end(char[] characters, int start, int offset, int length) {
        int end = offset + length;
        while (end > start && isSpace(characters[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
