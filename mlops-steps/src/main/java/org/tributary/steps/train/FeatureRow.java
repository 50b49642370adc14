package org.tributary.steps.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The features of one row by position.
 *
 * @param ids the positions that are set, ascending; null if the values are those of all features
 * @param values the values at those positions
 */
record FeatureRow(int @Nullable [] ids, double[] values) {

    static FeatureRow dense(double[] values) {
        return new FeatureRow(null, values);
    }

    /** Copies what is set, and sorts the arrays. */
    static FeatureRow sparse(int[] ids, double[] values, int size) {
        sort(ids, values, size);
        return new FeatureRow(Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
    }

    /** By insertion: the arrays are short, and nearly sorted. */
    private static void sort(int[] ids, double[] values, int size) {
        for (int at = 1; at < size; at++) {
            int id = ids[at];
            double value = values[at];
            int to = at;
            for (; to > 0 && ids[to - 1] > id; to--) {
                ids[to] = ids[to - 1];
                values[to] = values[to - 1];
            }
            ids[to] = id;
            values[to] = value;
        }
    }

    int size() {
        return values.length;
    }

    int id(int at) {
        return ids == null ? at : ids[at];
    }

    /** Where a position is in this row, negative if it is not set. */
    int at(int id) {
        return ids == null ? id : Arrays.binarySearch(ids, id);
    }
}
