package org.tributary.steps.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;
import org.tributary.steps.prepare.FeatureSink;
import org.tributary.steps.prepare.Features;

/** What a Tribuo model remembers of features: count, range, mean and spread of the values that are not 0. */
final class FeatureSpreads {

    private final int[] counts;
    private final double[] mins;
    private final double[] maxes;
    private final double[] sums;
    private final double[] squares;

    private FeatureSpreads(int features) {
        counts = new int[features];
        mins = new double[features];
        maxes = new double[features];
        sums = new double[features];
        squares = new double[features];
        Arrays.fill(mins, Double.POSITIVE_INFINITY);
        Arrays.fill(maxes, Double.NEGATIVE_INFINITY);
    }

    /** Those of all features by position; looks at each value twice. */
    static List<VariableInfo> of(Features features) {
        List<String> names = features.names();
        FeatureSpreads spreads = new FeatureSpreads(names.size());
        features.give(spreads.new Sums(), spreads.new Squares());
        List<VariableInfo> infos = new ArrayList<>();
        for (int id = 0; id < names.size(); id++) {
            infos.add(spreads.info(id, names.get(id)));
        }
        return infos;
    }

    /** Of a feature that is 0 in each row, its range is from 0 to 0: Tribuo cannot read back a range of nothing. */
    private VariableInfo info(int id, String name) {
        int count = counts[id];
        return count == 0
                ? new RealInfo(name, 0, 0, 0, 0, 0)
                : new RealInfo(name, count, maxes[id], mins[id], sums[id] / count, squares[id]);
    }

    private final class Sums implements FeatureSink {

        @Override
        public void accept(int id, double value, int times) {
            if (value != 0 && times > 0) {
                counts[id] += times;
                sums[id] = added(sums[id], value, times);
                mins[id] = Math.min(mins[id], value);
                maxes[id] = Math.max(maxes[id], value);
            }
        }

        @Override
        public void accept(int id, double[] values, int count) {
            int set = 0;
            double sum = sums[id];
            double min = mins[id];
            double max = maxes[id];
            for (int at = 0; at < count; at++) {
                double value = values[at];
                if (value != 0) {
                    set++;
                    sum += value;
                    min = value < min ? value : min;
                    max = value > max ? value : max;
                }
            }
            counts[id] += set;
            sums[id] = sum;
            mins[id] = min;
            maxes[id] = max;
        }
    }

    private final class Squares implements FeatureSink {

        @Override
        public void accept(int id, double value, int times) {
            if (value != 0) {
                double distance = value - sums[id] / counts[id];
                squares[id] = added(squares[id], distance * distance, times);
            }
        }

        @Override
        public void accept(int id, double[] values, int count) {
            double mean = sums[id] / counts[id];
            double sum = squares[id];
            for (int at = 0; at < count; at++) {
                double value = values[at];
                if (value != 0) {
                    sum += (value - mean) * (value - mean);
                }
            }
            squares[id] = sum;
        }
    }

    /** One after the other, so that equal rows give equal sums however they are given. */
    private static double added(double sum, double value, int times) {
        double all = sum;
        for (int time = 0; time < times; time++) {
            all += value;
        }
        return all;
    }
}
