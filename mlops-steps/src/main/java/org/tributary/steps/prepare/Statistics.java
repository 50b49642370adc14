package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tributary.table.Quartiles;

/** The figures that fitting a column of numbers needs. */
final class Statistics {

    private Statistics() {}

    /** Scaled is {@code (value - shift) * factor}. */
    record Scaling(double shift, double factor) {

        boolean isFinite() {
            return Double.isFinite(shift) && Double.isFinite(factor);
        }
    }

    /** What stands in for missing values. @param present the values that are there, at least one */
    static Optional<Double> fill(Impute impute, double[] present) {
        if (impute instanceof Impute.Mean) {
            return Optional.of(mean(present));
        }
        if (impute instanceof Impute.Median) {
            return Optional.of(median(present));
        }
        if (impute instanceof Impute.Mode) {
            return Optional.of(mode(present));
        }
        return impute instanceof Impute.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }

    /** @param values without missing ones, at least one */
    static Scaling scaling(Scale scale, double[] values) {
        if (scale instanceof Scale.None) {
            return new Scaling(0, 1);
        }
        if (scale instanceof Scale.Robust) {
            return robust(values);
        }
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            min = value <= min ? Math.min(min, value) : min;
            max = value >= max ? Math.max(max, value) : max;
        }
        if (min == max) {
            return new Scaling(min, 0);
        }
        return scale instanceof Scale.MinMax ? new Scaling(min, inverse(max - min)) : standard(values);
    }

    private static Scaling robust(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double range = Quartiles.of(sorted).range();
        return new Scaling(middle(sorted), range == 0 ? 0 : inverse(range));
    }

    private static Scaling standard(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Scaling(mean, inverse(Math.sqrt(squares / values.length)));
    }

    /**
     * The upper edges of all bins but the last, as {@link Scale.Quantiles} says; -0.0 becomes 0.0.
     *
     * @param values without missing ones, at least one
     */
    static List<Double> edges(double[] values, int bins) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        double max = sorted[sorted.length - 1];
        List<Double> edges = new ArrayList<>();
        for (long bin = 1; bin < bins; bin++) {
            double edge = sorted[(int) ((bin * sorted.length + bins - 1) / bins) - 1];
            if (edge < max && (edges.isEmpty() || edges.get(edges.size() - 1) < edge)) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /** Not finite for a spread that is infinite or too near to 0 to divide by. */
    private static double inverse(double spread) {
        return Double.isInfinite(spread) ? Double.NaN : 1 / spread;
    }

    static double[] withoutMissing(double[] values, int missing) {
        if (missing == 0) {
            return values;
        }
        double[] present = new double[values.length - missing];
        int size = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present[size++] = value;
            }
        }
        return present;
    }

    static void replaceMissing(double[] values, double fill) {
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                values[row] = fill;
            }
        }
    }

    /** Added from first to last, so that it does not depend on threads; not {@code DoubleStream.sum}. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        Ranks ranks = new Ranks(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? ranks.at(middle) : ranks.at(middle - 1) / 2 + ranks.at(middle) / 2;
    }

    private static double middle(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    private static double mode(double[] values) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        for (double value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        return mode(counts);
    }

    /** The most frequent key, the first of them if several are. */
    static <K> K mode(SortedMap<K, Integer> counts) {
        K most = counts.firstKey();
        int times = 0;
        for (Map.Entry<K, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > times) {
                most = entry.getKey();
                times = entry.getValue();
            }
        }
        return most;
    }
}
