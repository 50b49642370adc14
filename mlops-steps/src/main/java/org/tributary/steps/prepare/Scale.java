package org.tributary.steps.prepare;

import java.util.Objects;
import org.tributary.pipeline.Setting;

/** How numbers are brought to one size; a column that is constant in the training part becomes 0 in each row. */
public sealed interface Scale {

    /** Mean 0 and standard deviation 1, that of the whole population (divided by n), after imputing: the default. */
    record Standard() implements Scale {}

    /** The least training value becomes 0 and the greatest 1, after imputing; other values may lie outside. */
    record MinMax() implements Scale {}

    /**
     * The median becomes 0 and the interquartile range 1, after imputing: one wild value moves neither.
     *
     * <p>The quartiles are {@link org.tributary.table.Quartiles}. A column whose quartiles are equal becomes 0 in each row, as
     * a constant one does.
     */
    record Robust() implements Scale {}

    /** Numbers stay as they are. */
    record None() implements Scale {}

    /**
     * Bins that hold about as many training rows each, after imputing; a constant column has one bin.
     *
     * <p>The upper edge of bin k, counted from 1, is the least training value that at least k / n of the training values do not
     * exceed; it belongs to that bin. Equal edges are one, so that there may be fewer bins, but none is empty in training. The
     * first bin goes on without end below, the last above.
     *
     * @param bins how many there are at most, from 2 to 1000
     * @param form how a bin is told to the model; as a feature for each by default
     */
    record Quantiles(
            @Setting(doc = "How many bins there are at most.", min = 2, max = 1000)
            int bins,

            @Setting(doc = "How a bin is told to the model.")
            Form form)
            implements Scale {

        /** Checks the number of bins. */
        public Quantiles {
            Faults.checkBetween("bins", bins, 2, 1000);
            Objects.requireNonNull(form, "form");
        }

        /** One feature for each bin. */
        public static Quantiles of(int bins) {
            return new Quantiles(bins, Form.ONE_HOT);
        }

        /** The same with another form. */
        public Quantiles withForm(Form form) {
            return new Quantiles(bins, form);
        }
    }

    /** How a bin is told to the model. */
    enum Form {
        /** One feature for each bin, {@code column#bin0} and so on: 1 in the rows whose number it holds, else 0. */
        ONE_HOT,
        /** One feature, {@code column}: the number of the bin, the lowest is 0. */
        ORDINAL
    }
}
