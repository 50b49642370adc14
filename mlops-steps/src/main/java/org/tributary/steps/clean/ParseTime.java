package org.tributary.steps.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;

/**
 * Turns a column of text into dates and times, as a pattern tells; missing stays missing. {@link Types} reads the ISO forms
 * without a pattern.
 *
 * <pre>{@code
 * ParseTime.of("When", "d.M.yyyy HH:mm")      // "9.11.1989 18:53"
 * }</pre>
 *
 * <p>Names of months and days are those of {@link Locale#ROOT}. A date alone is its midnight, a time with a zone is taken
 * in UTC, and days that are not in the calendar, as the 31st of April, are refused. <b>Failure:</b>
 * {@link PipelineException} {@code CLEAN_TIME} for a text that does not fit, with its row.
 *
 * @param column the column; it must be there and hold text
 * @param pattern a pattern of {@link DateTimeFormatter} with at least a year, a month and a day
 */
public record ParseTime(
        @Setting(doc = "The column of text.") String column,

        @Setting(doc = "How the text is written, such as d.M.yyyy HH:mm.")
        String pattern)
        implements CleanOperation {
    private static final long ANNO_DOMINI = 1;

    /** Checks the pattern. */
    public ParseTime {
        formatter(column, pattern);
    }

    /** Reads the text of a column by this pattern. */
    public static ParseTime of(String column, String pattern) {
        return new ParseTime(column, pattern);
    }

    /** Strict, because the usual way reads the 31st of April as the 30th; the era is for {@code yyyy}, which has none. */
    private static DateTimeFormatter formatter(String column, String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, ANNO_DOMINI)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(
                    "[CLEAN_PATTERN] clean operation parse-time on column \"" + column + "\": \"" + pattern
                            + "\" is no pattern for dates and times: " + e.getMessage()
                            + ". Write one such as d.M.yyyy HH:mm.",
                    e);
        }
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        TextColumn text = table.text(column);
        DateTimeFormatter formatter = formatter(column, pattern);
        Map<Integer, Long> known = new HashMap<>();
        TimeColumn.Builder builder = TimeColumn.builder(column);
        return table.with(Rows.filled(
                text.size(),
                text::isMissing,
                builder,
                row -> builder.addMicros(
                        known.computeIfAbsent(text.code(row), unseen -> micros(formatter, text, row)))));
    }

    private long micros(DateTimeFormatter formatter, TextColumn text, int row) {
        try {
            return TimeColumn.micros(dateTime(
                    formatter.parseBest(text.text(row), ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(text.text(row), row, e);
        }
    }

    private static LocalDateTime dateTime(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        return parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
    }

    private PipelineException refused(String text, int row, Exception cause) {
        return new PipelineException(
                "[CLEAN_TIME] clean operation parse-time: column \"" + column + "\" cannot be time, row " + (row + 1)
                        + " holds \"" + Clean.shortened(text) + "\", which is no date of the pattern \"" + pattern
                        + "\". Replace such values first, or take them as missing.",
                cause);
    }
}
