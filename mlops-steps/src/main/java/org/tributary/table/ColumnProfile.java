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
 * @param top the most frequent values, at most {@link #TOP}, most frequent first and equally frequent ones by their
 *     text; empty if the cap on distinct values was reached
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long count,
        long missing,
        long distinct,
        Optional<Spread> numbers,
        Optional<TimeRange> times,
        List<TopValue> top) {

    /** Up to how many different numbers, whole numbers and times are counted. */
    public static final int DISTINCT_CAP = 10_000;

    /** How many of the most frequent values are kept. */
    public static final int TOP = 10;

    /** Copies the list. */
    public ColumnProfile {
        top = List.copyOf(top);
    }

    /**
     * How numbers are spread.
     *
     * @param min the least
     * @param max the greatest
     * @param mean the average
     * @param deviation the standard deviation of the sample, with count - 1 below the fraction; 0 for one value
     */
    public record Spread(double min, double max, double mean, double deviation) {}

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
