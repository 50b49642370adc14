package org.tributary.steps.prepare;

/** Takes the values that rows set, as {@link Features#give} gives them: those of one feature in the order of the rows. */
public interface FeatureSink {

    /**
     * Takes one value that a feature has in the next rows that set it.
     *
     * @param id the position of the feature
     * @param value never NaN or infinite; may be 0
     * @param times in how many rows
     */
    void accept(int id, double value, int times);

    /**
     * Takes the values of a feature in the next rows that set it.
     *
     * @param id the position of the feature
     * @param values never NaN or infinite, may be 0; not to be changed or kept
     * @param count how many there are, from the start of the array
     */
    void accept(int id, double[] values, int count);
}
