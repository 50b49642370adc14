package org.tributary.steps.generate;

import org.tributary.pipeline.PipelineException;

/** What settings of generators may be. */
final class Ranges {
    /** No array is longer on common virtual machines. */
    static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private Ranges() {}

    static void rows(int rows) {
        count("rows", rows, 1, MOST_ROWS);
    }

    static void count(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(setting, Integer.toString(value), "from " + least + " to " + most);
        }
    }

    /** From 0 to the most; not NaN. */
    static void number(String setting, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw refused(setting, Double.toString(value), "from 0.0 to " + most);
        }
    }

    /** A count that another setting limits. */
    static void within(String setting, int value, String limit, int most) {
        if (value > most) {
            throw refused(setting, Integer.toString(value), "at most " + limit + ", which is " + most);
        }
    }

    private static PipelineException refused(String setting, String value, String rule) {
        return new PipelineException("[GENERATE_RANGE] " + setting + " is " + value + ": it must be " + rule + ".");
    }
}
