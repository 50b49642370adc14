package org.tributary.steps.clean;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tributary.pipeline.Setting;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/**
 * Adds parts of dates and times as columns of their own, at the end: {@code when.year} for the year of {@code when}. Missing
 * gives missing. The column itself stays; a {@link Drop} behind takes it out.
 *
 * <p><b>Failure:</b> {@code TABLE_DUPLICATE_COLUMN} if the table has a column of such a name, or a part is named twice.
 *
 * @param column the column; it must be there and hold dates and times
 * @param parts what to add, in this order
 */
public record DateParts(
        @Setting(doc = "The column of dates and times.") String column,
        @Setting(doc = "What to add, in this order.") List<Part> parts)
        implements CleanOperation {

    /** Copies the list. */
    public DateParts {
        parts = List.copyOf(parts);
    }

    /** Adds these parts. */
    public static DateParts of(String column, List<Part> parts) {
        return new DateParts(column, parts);
    }

    /** Adds these parts. */
    public static DateParts of(String column, Part... parts) {
        return new DateParts(column, List.of(parts));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        TimeColumn times = table.times(column);
        List<Column> columns = new ArrayList<>(table.columns());
        for (Part part : parts) {
            String name = column + "." + part.key();
            columns.add(part == Part.WEEKEND ? weekends(times, name) : wholes(times, part, name));
        }
        return Table.of(columns);
    }

    private static Column wholes(TimeColumn times, Part part, String name) {
        WholeColumn.Builder builder = WholeColumn.builder(name);
        return Rows.filled(times.size(), times::isMissing, builder, row -> builder.add(part.of(times.dateTime(row))));
    }

    private static Column weekends(TimeColumn times, String name) {
        BooleanColumn.Builder builder = BooleanColumn.builder(name);
        return Rows.filled(
                times.size(), times::isMissing, builder, row -> builder.add(Part.WEEKEND.of(times.dateTime(row)) != 0));
    }

    /** A part of a date and time, in the ISO calendar. A column's name ends in it as in {@code day-of-year}. */
    public enum Part {
        /** The year; 0 is the one before the year 1. */
        YEAR,
        /** The quarter of the year, 1 to 4. */
        QUARTER,
        /** The month, 1 to 12. */
        MONTH,
        /** The day of the month, 1 to 31. */
        DAY,
        /** The day of the year, 1 to 366. */
        DAY_OF_YEAR,
        /** The day of the week, Monday is 1 and Sunday 7. */
        WEEKDAY,
        /** Whether it is Saturday or Sunday: true or false, all other parts are whole numbers. */
        WEEKEND,
        /** The hour, 0 to 23. */
        HOUR,
        /** The minute, 0 to 59. */
        MINUTE,
        /** The second, 0 to 59, without its fraction. */
        SECOND;

        private long of(LocalDateTime time) {
            return switch (this) {
                case YEAR -> time.getYear();
                case QUARTER -> (time.getMonthValue() + 2) / 3;
                case MONTH -> time.getMonthValue();
                case DAY -> time.getDayOfMonth();
                case DAY_OF_YEAR -> time.getDayOfYear();
                case WEEKDAY -> time.getDayOfWeek().getValue();
                case WEEKEND -> time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1 : 0;
                case HOUR -> time.getHour();
                case MINUTE -> time.getMinute();
                case SECOND -> time.getSecond();
            };
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
