package org.tributary.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text that reads back as the same number. Not {@code Double.toString}, whose digits changed with
 * Java 19: text that steps compare must not depend on the Java version.
 */
final class NumberText {
    private static final double EXACT_WHOLE = 1L << 53;
    private static final int SURELY_SHORTEST = 15;

    private NumberText() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return value == Math.rint(value) && Math.abs(value) <= EXACT_WHOLE ? whole(value) : decimal(value);
    }

    private static String whole(double value) {
        boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        return negativeZero ? "-0" : Long.toString((long) value);
    }

    private static String decimal(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent >= -7 && exponent < 21 ? shortest.toPlainString() : shortest.toString();
    }

    private static BigDecimal shortest(double value) {
        BigDecimal printed = new BigDecimal(Double.toString(value));
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURELY_SHORTEST; digits < printed.precision(); digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return printed;
    }
}
