package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

class RecordRowsTest {

    enum Sex {
        MALE,
        FEMALE
    }

    record Penguin(
            String species,
            double mass,
            Double depth,
            int number,
            Long flipper,
            boolean clutch,
            Sex sex,
            LocalDate egg,
            LocalDateTime seen,
            Instant stored,
            Optional<String> comment,
            Optional<Integer> age) {}

    record Checked(long id) {
        Checked {
            if (id < 0) {
                throw new IllegalArgumentException("id is below 0");
            }
        }
    }

    record Odd(List<String> names) {}

    record Whole(long id) {}

    private static final Penguin FULL = new Penguin(
            "Adelie",
            3750,
            18.7,
            1,
            181L,
            true,
            Sex.FEMALE,
            LocalDate.of(2007, 11, 11),
            LocalDateTime.of(2007, 11, 11, 10, 15),
            Instant.parse("2007-11-11T10:15:30Z"),
            Optional.of("a"),
            Optional.of(3));
    private static final Penguin GAPS = new Penguin(
            null, Double.NaN, Double.NaN, 2, null, false, null, null, null, null, Optional.empty(), Optional.empty());

    @Test
    void from_eachComponent_isAColumn() {
        Table table = Table.from(Penguin.class, List.of(FULL, GAPS));
        assertThat(table.select(List.of("species", "mass", "flipper", "sex", "egg", "stored", "age")))
                .isEqualTo(Table.builder()
                        .text("species", "Adelie", null)
                        .numbers("mass", 3750, Double.NaN)
                        .add(WholeColumn.of("flipper", Arrays.asList(181L, null)))
                        .text("sex", "FEMALE", null)
                        .times("egg", LocalDate.of(2007, 11, 11).atStartOfDay(), null)
                        .times("stored", LocalDateTime.of(2007, 11, 11, 10, 15, 30), null)
                        .add(WholeColumn.of("age", Arrays.asList(3L, null)))
                        .build());
        assertThat(table.columns()).hasSize(12);
    }

    @Test
    void to_fromRecords_givesThemBack() {
        List<Penguin> penguins = List.of(GAPS, FULL, GAPS);
        assertThat(Table.from(Penguin.class, penguins).to(Penguin.class)).isEqualTo(penguins);
        assertThat(Table.from(Penguin.class, List.of()).to(Penguin.class)).isEmpty();
    }

    @Test
    void to_wholeColumnForADouble_isConverted() {
        record Mass(double mass) {}
        Table table = Table.builder().wholes("mass", 3750).text("other", "x").build();
        assertThat(table.to(Mass.class)).containsExactly(new Mass(3750));
    }

    @Test
    void to_missingForAPrimitive_namesTheRow() {
        Table table = Table.of(List.of(WholeColumn.of("id", Arrays.asList(1L, null))));
        fails(
                () -> table.to(Whole.class),
                "[TABLE_MISSING_VALUE] column \"id\" has no value in row 2,"
                        + " which a component of type long needs. Use an Optional, or drop such rows.");
    }

    @Test
    void to_noOrOtherColumn_isRefused() {
        fails(
                () -> Table.builder().wholes("ids", 1).build().to(Whole.class),
                "[TABLE_NO_COLUMN] the table has no column \"id\": columns are ids. Did you mean \"ids\"?");
        fails(
                () -> Table.builder().text("id", "1").build().to(Whole.class),
                "[TABLE_WRONG_TYPE] column \"id\" holds type text, not whole."
                        + " Declare or convert its type before this use.");
    }

    @Test
    void to_textNoConstantHas_isRefused() {
        record OfSex(Sex sex) {}
        fails(
                () -> Table.builder().text("sex", "male").build().to(OfSex.class),
                "[TABLE_NO_CONSTANT] column \"sex\" holds \"male\", which Sex does not have.");
    }

    @Test
    void to_numberTooGreatForAnInt_isRefused() {
        record Small(int id) {}
        fails(
                () -> Table.builder().wholes("id", 1L << 31).build().to(Small.class),
                "[TABLE_TOO_GREAT] column"
                        + " \"id\" holds 2147483648, which is too great for a component of type int. Use long.");
    }

    @Test
    void to_constructorThatRefuses_saysWhy() {
        fails(
                () -> Table.builder().wholes("id", -1).build().to(Checked.class),
                "[TABLE_RECORD] record Checked refused its values: id is below 0");
    }

    @Test
    void from_otherType_isRefused() {
        fails(
                () -> Table.from(Odd.class, List.of()),
                "[TABLE_RECORD_TYPE] component \"names\" of record Odd has"
                        + " type List: columns hold double, long, int, String, enums, boolean, LocalDateTime, LocalDate and"
                        + " Instant, boxed or in an Optional, too.");
    }

    private static void fails(Runnable action, String message) {
        assertThatThrownBy(action::run).isInstanceOf(PipelineException.class).hasMessage(message);
    }
}
