package org.tributary.steps.train;

import java.util.Arrays;
import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;

/**
 * What a Tribuo model remembers of features: count, range, mean and spread of the values that are not 0. Two passes: all
 * {@link #sum} first, then all {@link #spread}.
 */
final class FeatureSpreads {

    private final int[] counts;
    private final double[] mins;
    private final double[] maxes;
    private final double[] sums;
    private final double[] squares;

    FeatureSpreads(int features) {
        counts = new int[features];
        mins = new double[features];
        maxes = new double[features];
        sums = new double[features];
        squares = new double[features];
        Arrays.fill(mins, Double.POSITIVE_INFINITY);
        Arrays.fill(maxes, Double.NEGATIVE_INFINITY);
    }

    void sum(FeatureRow row) {
        double[] values = row.values();
        for (int at = 0; at < values.length; at++) {
            double value = values[at];
            if (value != 0) {
                int id = row.id(at);
                counts[id]++;
                sums[id] += value;
                mins[id] = Math.min(mins[id], value);
                maxes[id] = Math.max(maxes[id], value);
            }
        }
    }

    void spread(FeatureRow row) {
        double[] values = row.values();
        for (int at = 0; at < values.length; at++) {
            double value = values[at];
            if (value != 0) {
                int id = row.id(at);
                double distance = value - sums[id] / counts[id];
                squares[id] += distance * distance;
            }
        }
    }

    /** Of a feature that is 0 in each row, its range is from 0 to 0: Tribuo cannot read back a range of nothing. */
    VariableInfo info(int id, String name) {
        int count = counts[id];
        return count == 0
                ? new RealInfo(name, 0, 0, 0, 0, 0)
                : new RealInfo(name, count, maxes[id], mins[id], sums[id] / count, squares[id]);
    }
}
