package org.tributary.steps.prepare;

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
}
