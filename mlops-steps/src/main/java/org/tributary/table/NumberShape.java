package org.tributary.table;

import java.nio.charset.StandardCharsets;

/** What kind of number a text is, decided from ASCII digits, signs, point and exponent alone. */
enum NumberShape {
    /** A whole number of 64 bits that its value gives back. */
    WHOLE,
    /** A number with a point or an exponent, or -0. */
    DECIMAL,
    /** NaN, Infinity or -Infinity. */
    SPECIAL,
    /** Digits that a number would lose: a leading zero or plus, or too many for 64 bits. */
    CODE,
    /** No number. */
    OTHER;

    private static final int SURELY_64_BITS = 18;
    private static final int LONGEST_SPECIAL = "-Infinity".length();

    static NumberShape of(byte[] utf8, int from, int to) {
        if (from == to) {
            return OTHER;
        }
        boolean signed = utf8[from] == '-' || utf8[from] == '+';
        int start = signed ? from + 1 : from;
        int whole = digits(utf8, start, to);
        int point = start + whole;
        int mantissaEnd = point < to && utf8[point] == '.' ? fractionEnd(utf8, point, to) : point;
        int end = exponentEnd(utf8, mantissaEnd, to);
        boolean anyDigit = whole > 0 || mantissaEnd > point + 1;
        if (!anyDigit || end != to) {
            return isSpecial(utf8, from, to) ? SPECIAL : OTHER;
        }
        if (utf8[from] == '+' || (whole > 1 && utf8[start] == '0')) {
            return CODE;
        }
        return end > point ? DECIMAL : whole(utf8, from, start, to);
    }

    private static int digits(byte[] utf8, int from, int to) {
        int end = from;
        while (end < to && utf8[end] >= '0' && utf8[end] <= '9') {
            end++;
        }
        return end - from;
    }

    private static int fractionEnd(byte[] utf8, int point, int to) {
        return point + 1 + digits(utf8, point + 1, to);
    }

    private static int exponentEnd(byte[] utf8, int from, int to) {
        if (from == to || (utf8[from] != 'e' && utf8[from] != 'E')) {
            return from;
        }
        boolean signed = from + 1 < to && (utf8[from + 1] == '-' || utf8[from + 1] == '+');
        int start = signed ? from + 2 : from + 1;
        int digits = digits(utf8, start, to);
        return digits == 0 ? from : start + digits;
    }

    private static boolean isSpecial(byte[] utf8, int from, int to) {
        if (to - from > LONGEST_SPECIAL) {
            return false;
        }
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    private static NumberShape whole(byte[] utf8, int from, int start, int to) {
        if (start > from && to == start + 1 && utf8[start] == '0') {
            return DECIMAL;
        }
        return to - start <= SURELY_64_BITS || fits(new String(utf8, from, to - from, StandardCharsets.US_ASCII))
                ? WHOLE
                : CODE;
    }

    private static boolean fits(String digits) {
        try {
            Long.parseLong(digits);
            return true;
        } catch (NumberFormatException tooGreat) {
            return false;
        }
    }
}
