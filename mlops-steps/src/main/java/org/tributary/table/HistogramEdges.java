package org.tributary.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the bins of a histogram begin.
 *
 * @param keys of the inner edges, in ascending order
 * @param edges all, in ascending order: one more than there are bins
 */
record HistogramEdges(long[] keys, List<Double> edges) {
    private static final double BEYOND_WHOLES = 0x1p63;

    /** No bin. */
    static final HistogramEdges NONE = new HistogramEdges(new long[0], List.of());

    /** Those between two finite numbers. */
    static HistogramEdges ofNumbers(double min, double max) {
        List<Double> edges = new ArrayList<>(List.of(min));
        double last = min;
        for (int bin = 1; bin < ColumnProfile.MOST_BINS; bin++) {
            double edge = between(min, max, bin);
            if (edge > last && edge < max) {
                edges.add(edge);
                last = edge;
            }
        }
        edges.add(max);
        return new HistogramEdges(innerKeys(edges), edges);
    }

    private static double between(double min, double max, int bin) {
        double scaled = (max - min) * ColumnProfile.MOST_BINS;
        double share = (double) bin / ColumnProfile.MOST_BINS;
        return Double.isInfinite(scaled)
                ? min * (1 - share) + max * share
                : min + (max - min) * bin / ColumnProfile.MOST_BINS;
    }

    private static long[] innerKeys(List<Double> edges) {
        long[] keys = new long[edges.size() - 2];
        for (int i = 0; i < keys.length; i++) {
            double edge = edges.get(i + 1);
            keys[i] = NumberKeys.key(edge == 0 ? -0.0 : edge); // 0.0 and -0.0 are one place
        }
        return keys;
    }

    /** Those between two times, in whole microseconds. */
    static HistogramEdges ofTimes(long min, long max) {
        long span = max - min; // unsigned
        int bins = Long.compareUnsigned(span, ColumnProfile.MOST_BINS) < 0
                ? (int) Math.max(1, span)
                : ColumnProfile.MOST_BINS;
        long[] keys = new long[bins - 1];
        List<Double> edges = new ArrayList<>(List.of((double) min));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = min + part(span, i + 1, bins);
            edges.add((double) keys[i]);
        }
        edges.add((double) max);
        return new HistogramEdges(keys, edges);
    }

    /** So many parts of a span, without overflow. */
    private static long part(long unsigned, int parts, int all) {
        return Long.divideUnsigned(unsigned, all) * parts + Long.remainderUnsigned(unsigned, all) * parts / all;
    }

    /** Those between two whole numbers; they are whole, too. */
    static HistogramEdges ofWholes(long min, long max) {
        long span = max - min; // unsigned
        long width = Long.divideUnsigned(span, ColumnProfile.MOST_BINS) + 1;
        long[] keys = new long[(int) Long.divideUnsigned(span, width)];
        List<Double> edges = new ArrayList<>(List.of((double) min));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = min + width * (i + 1);
            edges.add((double) keys[i]);
        }
        long end = min + width * (keys.length + 1);
        edges.add(end > max ? end : BEYOND_WHOLES);
        return new HistogramEdges(keys, edges);
    }
}
