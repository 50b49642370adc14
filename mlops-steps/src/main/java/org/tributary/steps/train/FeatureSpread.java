package org.tributary.steps.train;

import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;

/**
 * What a Tribuo model remembers of a feature: count, range, mean and spread of the values that are not 0. Two passes: all
 * {@link #sum} first, then all {@link #spread}.
 */
final class FeatureSpread {

    private int count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    void sum(double value) {
        if (value != 0) {
            count++;
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    void spread(double value) {
        if (value != 0) {
            double distance = value - sum / count;
            squares += distance * distance;
        }
    }

    /** Of a feature that is 0 in each row, its range is from 0 to 0: Tribuo cannot read back a range of nothing. */
    VariableInfo info(String name) {
        return count == 0
                ? new RealInfo(name, 0, 0, 0, 0, 0)
                : new RealInfo(name, count, max, min, sum / count, squares);
    }
}
