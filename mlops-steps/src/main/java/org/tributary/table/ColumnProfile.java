package org.tributary.table;

import java.util.List;
import java.util.Optional;

/**
 * What the rows of one column hold.
 *
 * @param name the column's name
 * @param type the column's type
 * @param count how many rows have a value
 * @param missing how many rows have none
 * @param distinct how many different values there are; exact for text and below {@link #DISTINCT_CAP}, else the cap
 * @param numbers the spread of numbers and whole numbers, empty for other types or without a value
 * @param times the first and the last time, empty for other types or without a value
 * @param quantiles of numbers, whole numbers and times, empty for other types or without a value
 * @param histogram of numbers, whole numbers and times, empty for other types or without a finite value
 * @param top the most frequent values, at most {@link #TOP}, most frequent first and equally frequent ones by their
 *     value; empty if the cap on distinct values was reached
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long count,
        long missing,
        long distinct,
        Optional<Spread> numbers,
        Optional<TimeRange> times,
        Optional<Quantiles> quantiles,
        Optional<Histogram> histogram,
        List<TopValue> top) {

    /** Up to how many different numbers, whole numbers and times are counted. */
    public static final int DISTINCT_CAP = 10_000;

    /** How many of the most frequent values are kept. */
    public static final int TOP = 10;

    /** How many bins a histogram has at most. */
    public static final int MOST_BINS = 20;

    /** Copies the list. */
    public ColumnProfile {
        top = List.copyOf(top);
    }

    /** Whether there may be more distinct values than were counted. */
    public boolean isDistinctCapped() {
        return distinct == DISTINCT_CAP && type != ColumnType.TEXT;
    }

    /** The least and the greatest value for people to read, numbers with six digits; empty if there is neither. */
    public Optional<String> range() {
        Optional<String> dates = times.map(range -> range.from() + " to " + range.to());
        return numbers.map(spread -> PageText.value(type, spread.min()) + " to " + PageText.value(type, spread.max()))
                .or(() -> dates);
    }

    /**
     * How numbers are spread. Infinities are values that can be the least or the greatest, but mean and deviation are those of
     * the finite values: NaN without any, and not finite where their sums leave the range of a double.
     *
     * @param min the least
     * @param max the greatest
     * @param mean the average
     * @param deviation the standard deviation of the sample, with count - 1 below the fraction; 0 for one value
     */
    public record Spread(double min, double max, double mean, double deviation) {}

    /**
     * The values below or at which a share of the values lies: exact, and of type 1 of Hyndman and Fan (1996), so that each is a
     * value that is there. The one of p percent is the least value that p percent of the values are not greater than. Times are
     * in microseconds since 1970-01-01T00:00, and whole numbers above 2 to the power of 53 are rounded.
     *
     * @param p1 that of 1 percent
     * @param p5 that of 5 percent
     * @param p25 that of 25 percent
     * @param p50 that of 50 percent, the lower median
     * @param p75 that of 75 percent
     * @param p95 that of 95 percent
     * @param p99 that of 99 percent
     */
    public record Quantiles(double p1, double p5, double p25, double p50, double p75, double p95, double p99) {}

    /**
     * How many values lie where, in at most {@link #MOST_BINS} bins that are equally wide; infinities lie in none.
     *
     * <p>A bin holds the values from its edge up to the next edge, which belongs to the next bin. The last edge is the
     * greatest finite value, which belongs to the last bin; but the edges of whole numbers are whole, so that each bin has room for
     * equally many of them, and their last edge is greater than the greatest value. Times are in microseconds since
     * 1970-01-01T00:00.
     *
     * @param edges in ascending order, one more than bins; the first one is the least finite value
     * @param counts how many values each bin holds
     */
    public record Histogram(List<Double> edges, List<Long> counts) {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException there is not one edge more than there are counts
         */
        public Histogram {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
            if (edges.size() != counts.size() + 1) {
                throw new IllegalArgumentException(
                        edges.size() + " edges do not fit " + counts.size() + " bins: there must be one more");
            }
        }
    }

    /**
     * From when to when.
     *
     * @param from the first date and time, as {@link TimeColumn#text} writes it
     * @param to the last one
     */
    public record TimeRange(String from, String to) {}

    /**
     * A frequent value.
     *
     * @param value as {@link Column#text} writes it, cut to 100 characters
     * @param count how many rows have it
     */
    public record TopValue(String value, long count) {}
}
