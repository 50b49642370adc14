package org.tributary.table;

/**
 * The two values that cut the lower and the upper quarter off numbers in their order.
 *
 * <p>They are quantiles of type 7 of Hyndman and Fan (1996), the default of R and NumPy: of n sorted values the ones at the
 * positions {@code (n - 1) / 4} and {@code 3 (n - 1) / 4}, counted from 0, linear between two values.
 *
 * @param lower the lower quartile
 * @param upper the upper quartile
 */
public record Quartiles(double lower, double upper) {

    /**
     * Those of numbers.
     *
     * @param numbers in any order, at least one, none of them NaN; not changed
     */
    public static Quartiles of(double[] numbers) {
        int last = numbers.length - 1;
        int lower = last / 4;
        int upper = (int) (last * 3L / 4);
        double[] found =
                KeyRanks.ofNumbers(numbers, lower, Math.min(lower + 1, last), upper, Math.min(upper + 1, last));
        return new Quartiles(between(found[0], found[1], last % 4), between(found[2], found[3], last * 3L % 4));
    }

    private static double between(double below, double above, long quarters) {
        return quarters == 0 ? below : below + quarters / 4.0 * (above - below);
    }

    /** How far the two are apart. */
    public double range() {
        return upper - lower;
    }
}
