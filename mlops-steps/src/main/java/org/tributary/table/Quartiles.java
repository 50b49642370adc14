package org.tributary.table;

/**
 * The two values that cut the lower and the upper quarter off sorted numbers.
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
     * @param sorted from the least to the greatest, at least one, none of them NaN
     */
    public static Quartiles of(double[] sorted) {
        return new Quartiles(quartile(sorted, 1), quartile(sorted, 3));
    }

    private static double quartile(double[] sorted, int quarters) {
        long quarterSteps = (sorted.length - 1L) * quarters;
        int below = (int) (quarterSteps / 4);
        double share = (quarterSteps % 4) / 4.0;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /** How far the two are apart. */
    public double range() {
        return upper - lower;
    }
}
