package org.tributary.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How figures and the texts of a table stand in an HTML page. */
final class PageText {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double EXACT_WHOLE = 1L << 53;
    private static final int LEAST_EXPONENT = -4;
    private static final int MOST_EXPONENT = 12;

    private PageText() {}

    /** Text from the data, which can then stand anywhere between tags and in quoted attributes. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isShown(character) ? character : '\uFFFD');
        }
    }

    /** What HTML does not allow, and what would turn the direction of the text around it, is not shown. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n';
            case Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
            default -> true;
        };
    }

    /** A count, with its thousands set off. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with what is counted. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A part of a whole in percent. */
    static String share(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        if (percent > 0 && percent < 0.1) {
            return "&lt; 0.1 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** A value of a column of this type: numbers with six digits, whole numbers and times whole. */
    static String value(ColumnType type, double value) {
        if (type == ColumnType.TIME) {
            return TimeColumn.textOf((long) value).replace('T', ' ');
        }
        boolean isExact = type == ColumnType.WHOLE && Math.abs(value) < EXACT_WHOLE && value == Math.rint(value);
        return isExact ? Long.toString((long) value) : number(value);
    }

    /** A number with six digits. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "none" : Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= LEAST_EXPONENT && exponent <= MOST_EXPONENT ? rounded.toPlainString() : rounded.toString();
    }
}
