package org.tributary.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of dates and times as a calendar and a clock show them, without a zone, in microseconds; missing ones are
 * explicit. A date alone is its midnight. Whoever has instants gives them in UTC; finer fractions are cut.
 */
public final class TimeColumn implements Column {
    private static final long MICROS = 1_000_000;
    private final String name;
    private final Longs data;
    final RowIndex rows;

    TimeColumn(String name, Longs data, RowIndex rows) {
        this.name = name;
        this.data = data;
        this.rows = rows;
    }

    /** A column of these values; null is missing. */
    public static TimeColumn of(String name, @Nullable LocalDateTime... values) {
        Builder builder = builder(name);
        Arrays.asList(values).forEach(builder::addNullable);
        return builder.build();
    }

    /** An empty builder. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * A date and time as microseconds since 1970-01-01T00:00.
     *
     * @throws ArithmeticException more than about 292,000 years away from 1970
     */
    public static long micros(LocalDateTime time) {
        long seconds = Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), MICROS);
        return Math.addExact(seconds, time.getNano() / 1000);
    }

    /** The microseconds since 1970-01-01T00:00 of a row, 0 if it is missing: ask {@link #isMissing} first. */
    public long value(int row) {
        return data.value(rows.at(row));
    }

    /** The date and time of a row; 1970-01-01T00:00 if it is missing: ask {@link #isMissing} first. */
    public LocalDateTime dateTime(int row) {
        return dateTimeOf(value(row));
    }

    static LocalDateTime dateTimeOf(long micros) {
        int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIME;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isMissing(int row) {
        return data.isMissing(rows.at(row));
    }

    @Override
    public int missingCount() {
        return Longs.missingCount(data, rows);
    }

    /** The date alone for a midnight, else date and time, as in ISO 8601; empty if it is missing. */
    @Override
    public String text(int row) {
        return isMissing(row) ? "" : textOf(value(row));
    }

    static String textOf(long micros) {
        LocalDateTime time = dateTimeOf(micros);
        boolean midnight = time.toLocalTime().toNanoOfDay() == 0;
        return midnight ? time.toLocalDate().toString() : time.toString();
    }

    @Override
    public TimeColumn named(String name) {
        return new TimeColumn(name, data, rows);
    }

    ColumnKeys keys() {
        return new WholeKeys(data, rows, HistogramEdges::ofTimes);
    }

    TimeColumn over(RowIndex index) {
        return new TimeColumn(name, data, index);
    }

    @Override
    public <R> R fold(ColumnCases<? extends R> cases) {
        return cases.times(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeColumn that
                && name.equals(that.name)
                && Longs.equal(data, rows, that.data, that.rows);
    }

    @Override
    public int hashCode() {
        return 37 * name.hashCode() + Longs.hash(data, rows);
    }

    @Override
    public String toString() {
        return ColumnText.summary(this);
    }

    /** Grows a column of dates and times. */
    public static final class Builder implements ColumnBuilder {
        private final String name;
        private final Longs.Growing values = new Longs.Growing();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a date and time. */
        public void add(LocalDateTime value) {
            values.add(micros(value));
        }

        /** Adds a date and time given in microseconds since 1970-01-01T00:00. */
        public void addMicros(long value) {
            values.add(value);
        }

        private void addNullable(@Nullable LocalDateTime value) {
            if (value == null) {
                addMissing();
            } else {
                add(value);
            }
        }

        void addAll(Builder later) {
            values.addAll(later.values);
        }

        void reserve(int rows) {
            values.reserve(rows);
        }

        void clear() {
            values.clear();
        }

        @Override
        public void addMissing() {
            values.addMissing();
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public TimeColumn build() {
            return new TimeColumn(name, values.build(), RowIndex.all(values.size()));
        }
    }
}
