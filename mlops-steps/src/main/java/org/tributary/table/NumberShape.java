package org.tributary.table;

/** What kind of number characters are, decided from ASCII digits, signs, point and exponent alone. */
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

    static NumberShape of(char[] characters, int from, int to) {
        if (from == to) {
            return OTHER;
        }
        boolean signed = characters[from] == '-' || characters[from] == '+';
        int start = signed ? from + 1 : from;
        int whole = digits(characters, start, to);
        int point = start + whole;
        int mantissaEnd = point < to && characters[point] == '.' ? fractionEnd(characters, point, to) : point;
        int end = exponentEnd(characters, mantissaEnd, to);
        boolean anyDigit = whole > 0 || mantissaEnd > point + 1;
        if (!anyDigit || end != to) {
            return isSpecial(new String(characters, from, Math.min(to - from, 10))) ? SPECIAL : OTHER;
        }
        if (characters[from] == '+' || (whole > 1 && characters[start] == '0')) {
            return CODE;
        }
        return end > point ? DECIMAL : whole(characters, from, start, to);
    }

    private static int digits(char[] characters, int from, int to) {
        int end = from;
        while (end < to && characters[end] >= '0' && characters[end] <= '9') {
            end++;
        }
        return end - from;
    }

    private static int fractionEnd(char[] characters, int point, int to) {
        return point + 1 + digits(characters, point + 1, to);
    }

    private static int exponentEnd(char[] characters, int from, int to) {
        if (from == to || (characters[from] != 'e' && characters[from] != 'E')) {
            return from;
        }
        boolean signed = from + 1 < to && (characters[from + 1] == '-' || characters[from + 1] == '+');
        int start = signed ? from + 2 : from + 1;
        int digits = digits(characters, start, to);
        return digits == 0 ? from : start + digits;
    }

    private static boolean isSpecial(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    private static NumberShape whole(char[] characters, int from, int start, int to) {
        if (start > from && to == start + 1 && characters[start] == '0') {
            return DECIMAL;
        }
        return to - start <= SURELY_64_BITS || fits(new String(characters, from, to - from)) ? WHOLE : CODE;
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
