package org.tributary.steps.prepare;

/** Counts and fills missing numbers without a branch, for a processor cannot guess which numbers are missing. */
final class Gaps {

    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private Gaps() {}

    /** 1 for NaN, 0 for any other number. */
    static long count(double number) {
        return -ifMissing(Double.doubleToRawLongBits(number));
    }

    /** The number, or another in place of NaN. */
    static double filled(double number, double fill) {
        long bits = Double.doubleToRawLongBits(number);
        return Double.longBitsToDouble(bits ^ ((bits ^ Double.doubleToRawLongBits(fill)) & ifMissing(bits)));
    }

    /** All bits of it are set for NaN, else none. */
    private static long ifMissing(long bits) {
        return (INFINITY - (bits & Long.MAX_VALUE)) >> (Long.SIZE - 1);
    }
}
