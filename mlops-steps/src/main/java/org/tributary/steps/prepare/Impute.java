package org.tributary.steps.prepare;

import org.tributary.pipeline.Setting;

/** What stands in for a missing number; what it is comes from the training part only. */
public sealed interface Impute {

    /** The mean of the values that are there. */
    record Mean() implements Impute {}

    /** The middle value, or the mean of the two middle ones: the default, because one wild value does not move it. */
    record Median() implements Impute {}

    /** The most frequent value, the least of them if several are. */
    record Mode() implements Impute {}

    /** Always this value. */
    record Constant(
            @Setting(doc = "What stands in for a missing number.")
            double value) implements Impute {

        /** Refuses NaN and infinities. */
        public Constant {
            if (!Double.isFinite(value)) {
                throw Faults.constantNotFinite(value);
            }
        }
    }

    /** Nothing: a missing number or boolean is an error, in training and in prediction. */
    record None() implements Impute {}
}
