package org.tributary.steps.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.clean.DateParts.Part;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** The operations on text, and on dates and times. */
class TextAndTimeOperationsTest {
    private final LocalDateTime wall = LocalDateTime.of(1989, 11, 9, 18, 53, 7);

    @Test
    void case_allText_isWrittenByNoLocale() {
        Table table = Table.builder()
                .text("a", "Island", null, "ISLAND")
                .text("b", "i", "ß", "I")
                .wholes("w", 1, 2, 3)
                .build();
        assertThat(Case.lower().apply(table))
                .isEqualTo(Table.builder()
                        .text("a", "island", null, "island")
                        .text("b", "i", "ß", "i")
                        .wholes("w", 1, 2, 3)
                        .build());
        assertThat(Case.upper().in("b").apply(table)).isEqualTo(table.with(TextColumn.of("b", "I", "SS", "I")));
    }

    @Test
    void case_columnWithoutText_isRefused() {
        Table table = Table.builder().wholes("w", 1).build();
        fails(
                () -> Case.upper().in("w").apply(table),
                "[TABLE_WRONG_TYPE] column \"w\" holds type whole, not text."
                        + " Declare or convert its type before this use.");
        fails(
                () -> Case.upper().in("v").apply(table),
                "[TABLE_NO_COLUMN] clean operation case: the table has no column \"v\": columns are w."
                        + " Did you mean \"w\"?");
    }

    @Test
    void dateParts_ofATime_areAddedBehind() {
        Table table = Table.builder().times("at", wall, null).wholes("w", 1, 2).build();
        Table parts = DateParts.of("at", Part.values()).apply(table);
        assertThat(parts.columnNames())
                .containsExactly(
                        "at",
                        "w",
                        "at.year",
                        "at.quarter",
                        "at.month",
                        "at.day",
                        "at.day-of-year",
                        "at.weekday",
                        "at.weekend",
                        "at.hour",
                        "at.minute",
                        "at.second");
        long[] wanted = {1989, 4, 11, 9, 313, 4, 0, 18, 53, 7};
        for (Part part : Part.values()) {
            if (part != Part.WEEKEND) {
                String name = parts.columnNames().get(2 + part.ordinal());
                assertThat(parts.column(name))
                        .isEqualTo(WholeColumn.of(name, Arrays.asList(wanted[part.ordinal()], null)));
            }
        }
        assertThat(parts.column("at.weekend")).isEqualTo(BooleanColumn.of("at.weekend", false, null));
        assertThat(parts.column("at")).isEqualTo(table.column("at"));
    }

    @Test
    void dateParts_weekdays_areThoseOfIso() {
        LocalDateTime saturday = LocalDateTime.of(2000, 1, 1, 0, 0);
        Table table = Table.builder()
                .times("d", saturday.minusDays(1), saturday, saturday.plusDays(1), saturday.plusDays(2))
                .build();
        Table parts = DateParts.of("d", List.of(Part.WEEKDAY, Part.WEEKEND)).apply(table);
        assertThat(parts.column("d.weekday")).isEqualTo(WholeColumn.of("d.weekday", 5, 6, 7, 1));
        assertThat(parts.column("d.weekend")).isEqualTo(BooleanColumn.of("d.weekend", false, true, true, false));
    }

    @Test
    void dateParts_nameThatIsThere_isRefused() {
        Table table = Table.builder().times("d", wall).wholes("d.year", 1).build();
        fails(
                () -> DateParts.of("d", Part.YEAR).apply(table),
                "[TABLE_DUPLICATE_COLUMN] the table would have two columns \"d.year\":"
                        + " names are unique. Rename or drop one.");
        fails(
                () -> DateParts.of("d.year", Part.YEAR).apply(table),
                "[TABLE_WRONG_TYPE] column \"d.year\" holds type whole, not time."
                        + " Declare or convert its type before this use.");
    }

    @Test
    void parseTime_byPattern_readsDatesTimesAndZones() {
        assertThat(parsed("d.M.yyyy HH:mm:ss", "9.11.1989 18:53:07", null)).isEqualTo(TimeColumn.of("t", wall, null));
        assertThat(parsed("dd/MM/uuuu", "09/11/1989", "09/11/1989"))
                .isEqualTo(TimeColumn.of(
                        "t",
                        wall.toLocalDate().atStartOfDay(),
                        wall.toLocalDate().atStartOfDay()));
        assertThat(parsed("uuuu-MM-dd HH:mm:ssXXX", "1989-11-09 19:53:07+01:00"))
                .isEqualTo(TimeColumn.of("t", wall));
    }

    private static TimeColumn parsed(String pattern, String... texts) {
        return ParseTime.of("t", pattern)
                .apply(Table.builder().text("t", texts).build())
                .times("t");
    }

    @Test
    void parseTime_textOfAnotherForm_namesRowAndValue() {
        fails(
                () -> parsed("d.M.yyyy", "1.1.2000", null, "31.4.2000"),
                "[CLEAN_TIME] clean operation parse-time: column \"t\" cannot be time, row 3 holds \"31.4.2000\","
                        + " which is no date of the pattern \"d.M.yyyy\"."
                        + " Replace such values first, or take them as missing.");
        fails(
                () -> parsed("HH:mm", "18:53"),
                "[CLEAN_TIME] clean operation parse-time: column \"t\" cannot be time, row 1 holds \"18:53\","
                        + " which is no date of the pattern \"HH:mm\"."
                        + " Replace such values first, or take them as missing.");
    }

    @Test
    void parseTime_badPattern_isRefused() {
        fails(
                () -> ParseTime.of("t", "yyyy-bb"),
                "[CLEAN_PATTERN] clean operation parse-time on column \"t\": \"yyyy-bb\" is no pattern for dates and"
                        + " times: Unknown pattern letter: b. Write one such as d.M.yyyy HH:mm.");
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(PipelineException.class).hasMessage(message);
    }
}
