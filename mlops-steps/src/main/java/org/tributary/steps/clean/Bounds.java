package org.tributary.steps.clean;

import org.tributary.pipeline.PipelineException;

/**
 * A least and a greatest number, both included; an infinite one is no limit.
 *
 * @param min at most {@code max}
 */
record Bounds(double min, double max) {
    private static final double BEYOND_LONG = 0x1p63;

    static void check(String operation, String column, double min, double max) {
        if (!(min <= max)) {
            throw new PipelineException("[CLEAN_BOUNDS] clean operation " + operation + " on column \"" + column
                    + "\": min is " + min + " and max is " + max
                    + ", so no number lies between them. Set a min that is at most the max.");
        }
    }

    boolean has(double value) {
        return value >= min && value <= max;
    }

    boolean has(long value) {
        return hasWhole() && value >= least() && value <= greatest();
    }

    /** Whether a whole number of 64 bits lies between them. */
    boolean hasWhole() {
        return Math.ceil(min) < BEYOND_LONG && Math.floor(max) >= -BEYOND_LONG && least() <= greatest();
    }

    /** The least whole number; compared as such because large ones are no exact decimal numbers. */
    long least() {
        return (long) Math.ceil(min);
    }

    long greatest() {
        return (long) Math.floor(max);
    }
}
