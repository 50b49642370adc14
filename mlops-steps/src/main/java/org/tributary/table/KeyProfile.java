package org.tributary.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/** The figures of a column whose values have an order and distances, from what was counted of them. */
record KeyProfile(
        ColumnKeys keys, NumberScan scan, int distinct, HistogramEdges edges, Found found, List<TopValue> top) {
    private static final long[] PERCENTS = {1, 5, 25, 50, 75, 95, 99};

    static KeyProfile of(ColumnKeys keys, LongFunction<String> text) {
        NumberScan scan = NumberScan.of(keys);
        LongCounts counts = new LongCounts(ColumnProfile.DISTINCT_CAP);
        keys.count(counts);
        HistogramEdges edges = scan.finite() == 0 ? HistogramEdges.NONE : keys.edges(scan.min(), scan.max());
        long[] ranks = ranks(scan.count());
        if (counts.isFull()) {
            Found found = CellKeys.find(keys, scan, ranks, edges.keys());
            return new KeyProfile(keys, scan, counts.distinct(), edges, found, List.of());
        }
        CountedKeys counted = CountedKeys.of(counts);
        Found found = counted.find(ranks, edges.keys());
        List<TopValue> top = MostFrequent.ofOrdered(counted.counts(), i -> text.apply(counted.keys()[i]));
        return new KeyProfile(keys, scan, counts.distinct(), edges, found, top);
    }

    /** Those of the least value, the quantiles and the greatest value; none without values. */
    private static long[] ranks(long count) {
        if (count == 0) {
            return new long[0];
        }
        long[] ranks = new long[PERCENTS.length + 2];
        for (int i = 0; i < PERCENTS.length; i++) {
            ranks[i + 1] = rank(PERCENTS[i], count);
        }
        ranks[ranks.length - 1] = count - 1;
        return ranks;
    }

    /** The place, counted from 0, of the least value that so many percent are not greater than. */
    private static long rank(long percent, long count) {
        return (count * percent + 99) / 100 - 1;
    }

    private boolean isEmpty() {
        return scan.count() == 0;
    }

    private long first() {
        return found.keys()[0];
    }

    private long last() {
        return found.keys()[PERCENTS.length + 1];
    }

    Optional<Spread> spread() {
        return isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(keys.numberOf(first()), keys.numberOf(last()), scan.mean(), scan.deviation()));
    }

    Optional<TimeRange> times() {
        return isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeRange(TimeColumn.textOf(first()), TimeColumn.textOf(last())));
    }

    Optional<Quantiles> quantiles() {
        if (isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quantiles(
                quantile(1), quantile(2), quantile(3), quantile(4), quantile(5), quantile(6), quantile(7)));
    }

    private double quantile(int place) {
        return keys.numberOf(found.keys()[place]);
    }

    Optional<Histogram> histogram() {
        if (scan.finite() == 0) {
            return Optional.empty();
        }
        List<Long> counts = new ArrayList<>();
        long before = scan.below();
        for (long below : found.below()) {
            counts.add(below - before);
            before = below;
        }
        counts.add(scan.below() + scan.finite() - before);
        return Optional.of(new Histogram(edges.edges(), counts));
    }
}
