package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

class TableTest {
    private static final LocalDateTime LAID = LocalDate.of(2007, 11, 11).atStartOfDay();
    private final Table penguins = Table.builder()
            .text("Species", "Adelie", "Gentoo", null, "Adelie")
            .numbers("Mass", 3750, Double.NaN, 4100.5, 3800)
            .wholes("Number", 1, 2, 3, 4)
            .booleans("Clutch", true, false, null, true)
            .times("Egg", LAID, null, LAID.plusHours(1), LAID)
            .build();

    @Test
    void columns_ofATable_keepTheirOrder() {
        assertThat(penguins.columnNames()).containsExactly("Species", "Mass", "Number", "Clutch", "Egg");
        assertThat(penguins.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.TEXT, ColumnType.NUMBER, ColumnType.WHOLE, ColumnType.BOOLEAN, ColumnType.TIME);
        assertThat(penguins.rowCount()).isEqualTo(4);
    }

    @Test
    void missing_inEachType_isSeenAndCounted() {
        assertThat(penguins.columns()).extracting(Column::missingCount).containsExactly(1, 1, 0, 1, 1);
        assertThat(penguins.text("Species").isMissing(2)).isTrue();
        assertThat(penguins.text("Species").code(2)).isEqualTo(TextColumn.MISSING);
        assertThat(penguins.numbers("Mass").isMissing(1)).isTrue();
        assertThat(penguins.booleans("Clutch").isMissing(2)).isTrue();
        assertThat(penguins.times("Egg").isMissing(1)).isTrue();
    }

    @Test
    void text_ofEachType_isCanonical() {
        assertThat(penguins.columns())
                .extracting(column -> column.text(0))
                .containsExactly("Adelie", "3750", "1", "true", "2007-11-11");
        assertThat(penguins.columns())
                .extracting(column -> column.text(2))
                .containsExactly("", "4100.5", "3", "", "2007-11-11T01:00");
    }

    @Test
    void column_unknownName_namesTheNearest() {
        assertThatThrownBy(() -> penguins.column("Specis"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[TABLE_NO_COLUMN] the table has no column \"Specis\":"
                        + " columns are Species, Mass, Number, Clutch, Egg. Did you mean \"Species\"?");
    }

    @Test
    void column_nameLikeNoOther_suggestsNothing() {
        assertThatThrownBy(() -> penguins.column("weight"))
                .hasMessage("[TABLE_NO_COLUMN] the table has no column \"weight\":"
                        + " columns are Species, Mass, Number, Clutch, Egg.");
    }

    @Test
    void getter_ofAnotherType_namesBoth() {
        assertThatThrownBy(() -> penguins.numbers("Species"))
                .hasMessage("[TABLE_WRONG_TYPE] column \"Species\" holds type text, not number."
                        + " Declare or convert its type before this use.");
    }

    @Test
    void numbers_ofAWholeColumn_convertsThem() {
        Table table = Table.of(List.of(WholeColumn.of("a", Arrays.asList(1L, null, 3L))));
        assertThat(table.numbers("a").toArray()).containsExactly(1, Double.NaN, 3);
    }

    @Test
    void build_oneNameTwice_isRefused() {
        assertThatThrownBy(() -> Table.builder().wholes("a", 1).text("a", "x").build())
                .hasMessage("[TABLE_DUPLICATE_COLUMN] the table would have two columns \"a\":"
                        + " names are unique. Rename or drop one.");
    }

    @Test
    void build_unequalLengths_isRefused() {
        assertThatThrownBy(
                        () -> Table.builder().wholes("a", 1).text("b", "x", "y").build())
                .hasMessage(
                        "[TABLE_UNEQUAL_LENGTHS] column \"a\" has 1 rows and column \"b\" has 2: all must be equal.");
    }

    @Test
    void rows_picked_giveAViewInThatOrder() {
        Table view = penguins.rows(new int[] {3, 1, 3});
        assertThat(view.rowCount()).isEqualTo(3);
        assertThat(view.wholes("Number").value(0)).isEqualTo(4);
        assertThat(view.numbers("Mass").toArray()).containsExactly(3800, Double.NaN, 3800);
        assertThat(view.text("Species").text(1)).isEqualTo("Gentoo");
        assertThat(view.booleans("Clutch").value(2)).isTrue();
        assertThat(view.times("Egg").isMissing(1)).isTrue();
    }

    @Test
    void rows_ofAView_shareOneIndexForAllColumns() {
        Table view = penguins.rows(new int[] {3, 1, 0}).rows(new int[] {2, 2});
        assertThat(view.columns())
                .extracting(column -> column.fold(IndexOf.COLUMN))
                .containsOnly(view.column("Mass").fold(IndexOf.COLUMN));
        assertThat(view.wholes("Number").text(1)).isEqualTo("1");
    }

    @Test
    void slice_ofAView_isBoundToItsRange() {
        Table view = penguins.rows(new int[] {3, 2, 1, 0}).slice(1, 3);
        assertThat(view.wholes("Number")).isEqualTo(WholeColumn.of("Number", 3, 2));
        assertThatThrownBy(() -> view.wholes("Number").value(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.slice(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.rows(new int[] {2})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void values_ofAView_areTheUsedOnesInOrder() {
        TextColumn view = penguins.rows(new int[] {2, 1}).text("Species");
        assertThat(view.dictionary()).containsExactly("Adelie", "Gentoo");
        assertThat(view.values()).containsExactly("Gentoo");
    }

    @Test
    void select_and_drop_keepWhatTheySay() {
        assertThat(penguins.select(List.of("Egg", "Mass")).columnNames()).containsExactly("Egg", "Mass");
        assertThat(penguins.drop(List.of("Egg", "Mass")).columnNames()).containsExactly("Species", "Number", "Clutch");
        assertThatThrownBy(() -> penguins.drop(List.of("Eg"))).hasMessageContaining("Did you mean \"Egg\"?");
        assertThat(penguins.drop(penguins.columnNames()).rowCount()).isZero();
    }

    @Test
    void with_sameName_replacesInPlace() {
        Table changed = penguins.with(NumberColumn.of("Mass", 1, 2, 3, 4));
        assertThat(changed.columnNames()).isEqualTo(penguins.columnNames());
        assertThat(changed.numbers("Mass").value(1)).isEqualTo(2);
        assertThat(penguins.numbers("Mass").isMissing(1)).isTrue();
    }

    @Test
    void with_newColumnOnAView_sharesNothingWrong() {
        Table view = penguins.rows(new int[] {3, 0}).with(WholeColumn.of("new", 7, 8));
        Table turned = view.rows(new int[] {1, 0});
        assertThat(turned.wholes("new")).isEqualTo(WholeColumn.of("new", 8, 7));
        assertThat(turned.wholes("Number")).isEqualTo(WholeColumn.of("Number", 1, 4));
    }

    @Test
    void rename_exchangesTwoNames() {
        Table turned = penguins.select(List.of("Mass", "Number")).rename(Map.of("Mass", "Number", "Number", "Mass"));
        assertThat(turned.columnNames()).containsExactly("Number", "Mass");
        assertThat(turned.column("Number").type()).isEqualTo(ColumnType.NUMBER);
        assertThatThrownBy(() -> penguins.rename(Map.of("Mass", "Egg")))
                .hasMessageContaining("[TABLE_DUPLICATE_COLUMN]");
    }

    @Test
    void equals_ofViewsAndDictionaries_isByValue() {
        Table copy = penguins.rows(new int[] {3, 2, 1, 0}).rows(new int[] {3, 2, 1, 0});
        assertThat(copy).isEqualTo(penguins).hasSameHashCodeAs(penguins);
        TextColumn other = TextColumn.ofCodes("t", new int[] {2, -1, 0}, List.of("b", "unused", "a"));
        assertThat(other)
                .isEqualTo(TextColumn.of("t", "a", null, "b"))
                .hasSameHashCodeAs(TextColumn.of("t", "a", null, "b"));
    }

    @Test
    void equals_ofOtherOrderNameTypeOrMissing_isFalse() {
        assertThat(penguins.rows(new int[] {3, 1, 2, 0})).isNotEqualTo(penguins);
        assertThat(NumberColumn.of("a", 1)).isNotEqualTo(NumberColumn.of("b", 1));
        assertThat(NumberColumn.of("a", 1)).isNotEqualTo(WholeColumn.of("a", 1));
        assertThat(NumberColumn.of("a", 0.0)).isNotEqualTo(NumberColumn.of("a", -0.0));
        assertThat(WholeColumn.of("a", Arrays.asList(0L, null))).isNotEqualTo(WholeColumn.of("a", 0, 0));
        assertThat(TextColumn.of("a", "", null)).isNotEqualTo(TextColumn.of("a", null, ""));
        assertThat(TextColumn.of("a", "x", "x")).isNotEqualTo(TextColumn.of("a", "x", "y"));
        assertThat(TextColumn.of("a", "x", "y")).isNotEqualTo(TextColumn.of("a", "x", "x"));
    }

    @Test
    void of_arraysChangedLater_keepsItsValues() {
        double[] numbers = {1, 2};
        long[] wholes = {1, 2};
        int[] picked = {1, 0};
        Table table = Table.of(List.of(NumberColumn.of("n", numbers), WholeColumn.of("w", wholes)));
        Table view = table.rows(picked);
        numbers[0] = wholes[0] = picked[0] = 0;
        table.numbers("n").toArray()[1] = 9;
        assertThat(table.numbers("n").toArray()).containsExactly(1, 2);
        assertThat(table.wholes("w").value(0)).isEqualTo(1);
        assertThat(view.wholes("w").value(0)).isEqualTo(2);
    }

    @Test
    void row_givesTypedValues() {
        Row row = penguins.row(0);
        assertThat(row.number("Mass")).isEqualTo(3750);
        assertThat(row.number("Number")).isEqualTo(1);
        assertThat(row.whole("Number")).isEqualTo(OptionalLong.of(1));
        assertThat(row.text("Mass")).isEqualTo("3750");
        assertThat(row.bool("Clutch")).contains(true);
        assertThat(row.time("Egg")).contains(LAID);
        assertThat(row.isMissing("Egg")).isFalse();
    }

    @Test
    void row_withMissingValues_leavesThemOutOfTheMap() {
        assertThat(penguins.row(1).asMap().toString()).isEqualTo("{Species=Gentoo, Number=2, Clutch=false}");
        assertThat(penguins.row(1).time("Egg")).isEmpty();
        assertThat(penguins.row(2).bool("Clutch")).isEmpty();
        assertThat(penguins.row(1).number("Mass")).isNaN();
        assertThat(penguins.row(0))
                .isNotEqualTo(penguins.row(3))
                .isEqualTo(penguins.rows(new int[] {3, 0}).row(1));
    }

    @Test
    void toString_ofATable_showsColumnsAndHead() {
        assertThat(penguins.select(List.of("Species", "Mass"))).hasToString("""
                Table of 4 rows and 2 columns
                  Species: text, 4 rows, 1 missing
                  Mass: number, 4 rows, 1 missing
                1) Adelie | 3750
                2) Gentoo |\s
                3)  | 4100.5
                4) Adelie | 3800""");
        assertThat(Table.builder().build()).hasToString("Table of 0 rows and 0 columns");
        assertThat(Table.builder().wholes("a", 1).build())
                .hasToString("Table of 1 row and 1 column\n  a: whole, 1 row\n1) 1");
    }

    @Test
    void ofCodes_outsideTheDictionaryOrTwice_isRefused() {
        assertThatThrownBy(() -> TextColumn.ofCodes("t", new int[] {1}, List.of("a")))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TextColumn.ofCodes("t", new int[] {-2}, List.of("a")))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TextColumn.ofCodes("t", new int[0], List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the dictionary of \"t\" has a text twice");
    }

    @Test
    void builders_goOnAfterBuild_leaveTheFirstColumnAlone() {
        TextColumn.Builder builder = TextColumn.builder("t");
        builder.add("a");
        TextColumn first = builder.build();
        builder.add("xbx".getBytes(StandardCharsets.UTF_8), 1, 1);
        builder.addMissing();
        assertThat(first).isEqualTo(TextColumn.of("t", "a"));
        assertThat(builder.build()).isEqualTo(TextColumn.of("t", "a", "b", null));
    }

    @Test
    void copy_rowsOfAnyView_areTheirValues() {
        for (Table view : List.of(
                penguins.slice(1, 4), penguins.rows(new int[] {0, 1, 2, 3}).slice(1, 4))) {
            double[] target = {7, 7, 7};
            view.numbers("Mass").copy(1, 2, target);
            assertThat(target).containsExactly(4100.5, 3800, 7);
            assertThat(view.numbers("Mass").toArray()).containsExactly(Double.NaN, 4100.5, 3800);
            assertThatThrownBy(() -> view.numbers("Mass").copy(2, 2, target))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void asNumbers_anyView_keepsMissingOnes() {
        Table wholes = Table.of(List.of(WholeColumn.of("Number", Arrays.asList(1L, null, -3L))));
        for (Table view : List.of(wholes.slice(1, 3), wholes.rows(new int[] {1, 2}))) {
            assertThat(view.wholes("Number").asNumbers().toArray()).containsExactly(Double.NaN, -3);
            double[] target = {7, 7};
            view.wholes("Number").copy(1, 1, target);
            assertThat(target).containsExactly(-3, 7);
            assertThatThrownBy(() -> view.wholes("Number").copy(1, 2, target))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void counts_ofAView_areThoseOfItsRowsByCode() {
        TextColumn species = penguins.rows(new int[] {3, 2, 0}).text("Species");
        assertThat(species.counts()).containsExactly(2, 0);
    }
}
