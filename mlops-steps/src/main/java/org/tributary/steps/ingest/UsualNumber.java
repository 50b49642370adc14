package org.tributary.steps.ingest;

/** Writes a number with another decimal character and groups of thousands as parsers read it; used again for each. */
final class UsualNumber {
    /** More characters than any number needs; a longer cell is none. */
    private static final int LONGEST = 1100;

    private final CsvDialect dialect;
    private final byte[] bytes = new byte[LONGEST];
    private int length;

    UsualNumber(CsvDialect dialect) {
        this.dialect = dialect;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** False if the cell has a point that is no decimal character, or groups that are not of three digits. */
    boolean read(byte[] cell, int from, int to) {
        length = 0;
        if (to - from > LONGEST) {
            return false;
        }
        int wholeEnd = wholeEnd(cell, from, to);
        return copyWhole(cell, from, wholeEnd) && copyRest(cell, wholeEnd, to);
    }

    private int wholeEnd(byte[] cell, int from, int to) {
        int end = from;
        while (end < to && (isDigit(cell[end]) || cell[end] == dialect.thousands() || isSign(cell, end, from))) {
            end++;
        }
        return end;
    }

    private static boolean isSign(byte[] cell, int at, int from) {
        return at == from && (cell[at] == '-' || cell[at] == '+');
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private boolean copyWhole(byte[] cell, int from, int to) {
        int group = 0;
        boolean grouped = false;
        for (int at = from; at < to; at++) {
            if (cell[at] == dialect.thousands()) {
                if (grouped ? group != 3 : !canLead(cell, at - group, group)) {
                    return false;
                }
                grouped = true;
                group = 0;
            } else {
                bytes[length++] = cell[at];
                group += isDigit(cell[at]) ? 1 : 0;
            }
        }
        return !grouped || group == 3;
    }

    /** The first group has one to three digits and no leading zero. */
    private static boolean canLead(byte[] cell, int from, int digits) {
        return digits >= 1 && digits <= 3 && cell[from] != '0';
    }

    private boolean copyRest(byte[] cell, int from, int to) {
        for (int at = from; at < to; at++) {
            if (cell[at] == dialect.decimal()) {
                bytes[length++] = '.';
            } else if (cell[at] == '.') {
                return false;
            } else {
                bytes[length++] = cell[at];
            }
        }
        return true;
    }
}
