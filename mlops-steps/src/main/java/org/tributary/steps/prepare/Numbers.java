package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tributary.table.KeyRanks;
import org.tributary.table.Quartiles;

/**
 * The numbers of a column that is fitted: with gaps at first, which are filled before it is scaled.
 *
 * <p>One look at them counts, adds and finds the ends; filling adds anew; the deviation takes a look more, and places in the
 * order some. Numbers are added from first to last, so that sums do not depend on threads; not by {@code DoubleStream.sum}.
 */
final class Numbers {

    private final double[] values;
    private int present;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Scaled is {@code (value - shift) * factor}. */
    record Scaling(double shift, double factor) {

        boolean isFinite() {
            return Double.isFinite(shift) && Double.isFinite(factor);
        }
    }

    /** @param values with NaN for missing ones; changed later */
    Numbers(double[] values) {
        this.values = values;
        look();
    }

    private void look() {
        long gaps = 0;
        double total = 0;
        double least = min;
        double greatest = max;
        for (double value : values) {
            gaps += Gaps.count(value);
            total += Gaps.filled(value, 0);
            if (value <= least) {
                least = Math.min(least, value);
            }
            if (value >= greatest) {
                greatest = Math.max(greatest, value);
            }
        }
        present = values.length - (int) gaps;
        sum = total;
        min = least;
        max = greatest;
    }

    /** How many are missing. */
    int missing() {
        return values.length - present;
    }

    /** What stands in for missing ones; at least one must be there. */
    Optional<Double> fill(Impute impute) {
        if (impute instanceof Impute.Mean) {
            return Optional.of(sum / present);
        }
        if (impute instanceof Impute.Median) {
            return Optional.of(median());
        }
        if (impute instanceof Impute.Mode) {
            return Optional.of(mode());
        }
        return impute instanceof Impute.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }

    private double median() {
        double[] middle = KeyRanks.ofNumbers(values, (present - 1) / 2, present / 2);
        return present % 2 == 1 ? middle[0] : middle[0] / 2 + middle[1] / 2;
    }

    private double mode() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double most = sorted[0];
        int times = 0;
        int start = 0;
        for (int at = 1; at <= present; at++) {
            if (at == present || Double.compare(sorted[at], sorted[start]) != 0) {
                if (at - start > times) {
                    most = sorted[start];
                    times = at - start;
                }
                start = at;
            }
        }
        return most;
    }

    /** Puts a number in place of each missing one. */
    void replaceMissing(double fill) {
        if (missing() == 0) {
            return;
        }
        double total = 0;
        for (int row = 0; row < values.length; row++) {
            double filled = Gaps.filled(values[row], fill);
            values[row] = filled;
            total += filled;
        }
        present = values.length;
        sum = total;
        min = Math.min(min, fill);
        max = Math.max(max, fill);
    }

    boolean anyInfinite() {
        return Double.isInfinite(min) || Double.isInfinite(max);
    }

    /** Of numbers without missing ones. */
    Scaling scaling(Scale scale) {
        if (scale instanceof Scale.None) {
            return new Scaling(0, 1);
        }
        if (scale instanceof Scale.Robust) {
            double range = Quartiles.of(values).range();
            return new Scaling(median(), range == 0 ? 0 : inverse(range));
        }
        if (min == max) {
            return new Scaling(min, 0);
        }
        return scale instanceof Scale.MinMax ? new Scaling(min, inverse(max - min)) : standard();
    }

    private Scaling standard() {
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Scaling(mean, inverse(Math.sqrt(squares / values.length)));
    }

    /** Not finite for a spread that is infinite or too near to 0 to divide by. */
    private static double inverse(double spread) {
        return Double.isInfinite(spread) ? Double.NaN : 1 / spread;
    }

    /** The upper edges of all bins but the last, as {@link Scale.Quantiles} says; of numbers without missing ones. */
    List<Double> edges(int bins) {
        int[] ranks = new int[bins - 1];
        for (int bin = 1; bin < bins; bin++) {
            ranks[bin - 1] = (int) (((long) bin * values.length + bins - 1) / bins) - 1;
        }
        List<Double> edges = new ArrayList<>();
        for (double number : KeyRanks.ofNumbers(values, ranks)) {
            double edge = number + 0.0;
            if (edge < max && (edges.isEmpty() || edges.get(edges.size() - 1) < edge)) {
                edges.add(edge);
            }
        }
        return edges;
    }
}
