package org.tributary.steps.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

class CleanTest {
    private final Table penguins = Table.builder()
            .text("Species", " Adelie Penguin (Pygoscelis adeliae)", "Gentoo", null, "Gentoo")
            .numbers("Mass", 3750, Double.NaN, 4100, Double.NaN)
            .text("Sex", "MALE", ".", "", ".")
            .build();

    @Test
    void run_severalOperations_appliesThemInOrder() {
        Table cleaned = run(Clean.of(
                new Trim(),
                MissingTokens.of(".", ""),
                ReplaceText.of("Species", " .*", ""),
                Rename.column("Mass", "mass"),
                Drop.columns("Sex")));
        assertThat(cleaned)
                .isEqualTo(Table.builder()
                        .text("Species", "Adelie", "Gentoo", null, "Gentoo")
                        .numbers("mass", 3750, Double.NaN, 4100, Double.NaN)
                        .build());
    }

    @Test
    void run_noOperation_givesTheTable() {
        assertThat(run(Clean.of())).isEqualTo(penguins);
        assertThat(Clean.of(List.of(new Trim()))).isEqualTo(Clean.of(Trim.defaults()));
    }

    @Test
    void run_droppingOperations_logsHowManyRowsEachDropped() {
        RecordingContext context = new RecordingContext("clean");
        Clean clean = Clean.of(Duplicates.defaults(), DropMissing.in("Mass"), DropMissing.in("Species"), new Trim());
        Table cleaned = runIn(context, clean, penguins);
        assertThat(cleaned.rowCount()).isEqualTo(1);
        assertThat(context.metrics)
                .isEqualTo(Map.of(
                        "clean.rows", 1.0,
                        "clean.dropped", 3.0,
                        "clean.dropped.duplicates", 1.0,
                        "clean.dropped.drop-missing", 2.0));
    }

    @Test
    void run_ownOperation_isApplied() {
        RecordingContext context = new RecordingContext("clean");
        assertThat(runIn(context, Clean.of(table -> table.slice(0, 1)), penguins)
                        .rowCount())
                .isEqualTo(1);
        assertThat(context.metrics).containsEntry("clean.dropped.operation", 3.0);
    }

    @Test
    void label_ofAnOperation_isItsNameWithHyphens() {
        assertThat(DropMissing.defaults().label()).isEqualTo("drop-missing");
        assertThat(new Trim().label()).isEqualTo("trim");
    }

    @Test
    void run_unknownColumn_namesOperationAndNearest() {
        List<CleanOperation> operations = List.of(
                Drop.of(List.of("Mas")),
                Select.columns("Mas"),
                Rename.column("Mas", "x"),
                Types.of("Mas", ColumnType.TEXT),
                Duplicates.by("Mas"),
                DropMissing.in("Mas"),
                ReplaceText.of("Mas", "a", "b"));
        for (CleanOperation operation : operations) {
            fails(
                    operation,
                    "[TABLE_NO_COLUMN] clean operation " + operation.label()
                            + ": the table has no column \"Mas\": columns are Species, Mass, Sex. Did you mean \"Mass\"?");
        }
    }

    @Test
    void select_columns_keepsTheirOrder() {
        assertThat(run(Clean.of(Select.columns("Sex", "Species"))).columnNames())
                .containsExactly("Sex", "Species");
    }

    @Test
    void rename_exchange_isPossibleAndCollisionIsNot() {
        Map<String, String> exchange = Map.of("Sex", "Species", "Species", "Sex");
        assertThat(run(Clean.of(Rename.of(exchange))).columnNames()).containsExactly("Sex", "Mass", "Species");
        fails(
                Rename.column("Sex", "Mass"),
                "[TABLE_DUPLICATE_COLUMN] the table would have two columns \"Mass\":"
                        + " names are unique. Rename or drop one.");
    }

    @Test
    void trim_text_keepsEmptyAndMissingApart() {
        Table table = Table.builder().text("t", " \t", null, "\u2003x\n").build();
        assertThat(new Trim().apply(table))
                .isEqualTo(Table.builder().text("t", "", null, "x").build());
    }

    @Test
    void trim_textsThatBecomeEqual_shareOneCode() {
        TextColumn column =
                new Trim().apply(Table.builder().text("t", "a", "a ").build()).text("t");
        assertThat(column.dictionary()).containsExactly("a");
    }

    @Test
    void missingTokens_inText_areMissing() {
        Table table =
                Table.builder().text("t", "?", "x", "? ").wholes("w", 1, 2, 3).build();
        assertThat(MissingTokens.of(List.of("?")).apply(table).text("t"))
                .isEqualTo(TextColumn.of("t", null, "x", "? "));
    }

    @Test
    void types_ofText_areRead() {
        Table table = Table.builder()
                .text("n", " 1.5", null, "007")
                .text("w", "+1", "2", null)
                .text("b", "TRUE", "false", null)
                .text("t", "2007-11-11", null, null)
                .build();
        Map<String, ColumnType> types =
                Map.of("n", ColumnType.NUMBER, "w", ColumnType.WHOLE, "b", ColumnType.BOOLEAN, "t", ColumnType.TIME);
        assertThat(Types.of(types).apply(table))
                .isEqualTo(Table.builder()
                        .numbers("n", 1.5, Double.NaN, 7)
                        .add(WholeColumn.of("w", Arrays.asList(1L, 2L, null)))
                        .booleans("b", true, false, null)
                        .times("t", LocalDate.of(2007, 11, 11).atStartOfDay(), null, null)
                        .build());
    }

    @Test
    void types_betweenTheOthers_goByTheirText() {
        Table table = Table.builder()
                .wholes("w", 1, 2)
                .numbers("n", 3, Double.NaN)
                .booleans("b", true, null)
                .build();
        assertThat(Types.of("w", ColumnType.NUMBER).apply(table).column("w")).isEqualTo(NumberColumn.of("w", 1, 2));
        assertThat(Types.of("n", ColumnType.WHOLE).apply(table).column("n"))
                .isEqualTo(WholeColumn.of("n", Arrays.asList(3L, null)));
        assertThat(Types.of("n", ColumnType.TEXT).apply(table).column("n")).isEqualTo(TextColumn.of("n", "3", null));
        assertThat(Types.of("b", ColumnType.TEXT).apply(table).column("b")).isEqualTo(TextColumn.of("b", "true", null));
        assertThat(Types.of("b", ColumnType.BOOLEAN).apply(table)).isEqualTo(table);
    }

    @Test
    void types_valueOfAnotherForm_namesRowAndValue() {
        fails(
                Types.of("Sex", ColumnType.NUMBER),
                "[CLEAN_TYPE] clean operation types: column \"Sex\" cannot be number,"
                        + " row 1 holds \"MALE\". Replace such values first, or take them as missing.");
        Table table = Table.builder()
                .numbers("n", 1, 1.5)
                .text("t", "1", "y".repeat(80))
                .build();
        assertThatThrownBy(() -> Types.of("n", ColumnType.WHOLE).apply(table))
                .hasMessage("[CLEAN_TYPE] clean operation types: column \"n\" cannot be whole,"
                        + " row 2 holds \"1.5\". Replace such values first, or take them as missing.");
        assertThatThrownBy(() -> Types.of("t", ColumnType.WHOLE).apply(table))
                .hasMessage("[CLEAN_TYPE] clean operation types: column \"t\" cannot be whole, row 2 holds \""
                        + "y".repeat(37) + "...\". Replace such values first, or take them as missing.");
    }

    @Test
    void dropMissing_inAllColumns_keepsFullRows() {
        assertThat(DropMissing.defaults().apply(penguins)).isEqualTo(penguins.slice(0, 1));
        assertThat(DropMissing.in("Sex").apply(penguins)).isSameAs(penguins);
    }

    @Test
    void duplicates_byAColumn_keepsTheFirst() {
        Table table = Table.builder()
                .wholes("id", 1, 2, 1, 3, 2)
                .text("t", "a", "b", "c", "d", "b")
                .build();
        assertThat(Duplicates.by("id").apply(table)).isEqualTo(table.rows(new int[] {0, 1, 3}));
        assertThat(Duplicates.defaults().apply(table)).isEqualTo(table.rows(new int[] {0, 1, 2, 3}));
    }

    @Test
    void duplicates_missingAndItsPlaceholder_differ() {
        Table table = Table.builder()
                .add(WholeColumn.of("w", Arrays.asList(0L, null, null, 0L)))
                .numbers("n", Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .booleans("b", null, null, null, null)
                .build();
        assertThat(Duplicates.defaults().apply(table).column("w"))
                .isEqualTo(WholeColumn.of("w", Arrays.asList(0L, null)));
        assertThat(Duplicates.by("b").apply(table).rowCount()).isEqualTo(1);
        Table booleans = Table.builder().booleans("b", false, null).build();
        assertThat(Duplicates.defaults().apply(booleans).rowCount()).isEqualTo(2);
    }

    @Test
    void duplicates_randomRows_agreeWithAPlainSet() {
        long seed = 99;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            int rows = random.nextInt(60);
            double[] numbers = random.doubles(rows)
                    .map(d -> d < 0.1 ? Double.NaN : Math.floor(d * 4))
                    .toArray();
            String[] texts = IntStream.range(0, rows)
                    .mapToObj(row -> random.nextInt(5) == 0 ? null : "t" + random.nextInt(3))
                    .toArray(String[]::new);
            Table table = Table.builder().numbers("n", numbers).text("t", texts).build();
            Set<Object> seen = new HashSet<>();
            int[] firsts = IntStream.range(0, rows)
                    .filter(row -> seen.add(table.row(row)))
                    .toArray();
            assertThat(Duplicates.defaults().apply(table))
                    .as("seed %d case %d", seed, i)
                    .isEqualTo(table.rows(firsts));
        }
    }

    @Test
    void replaceText_withGroups_putsThemIn() {
        Table table = Table.builder().text("t", "a-1 b-2", null, "none").build();
        assertThat(ReplaceText.of("t", "([a-z])-(\\d)", "$2$1\\$").apply(table).text("t"))
                .isEqualTo(TextColumn.of("t", "1a$ 2b$", null, "none"));
    }

    @Test
    void replaceText_badPatternOrReplacement_isRefused() {
        assertThatThrownBy(() -> ReplaceText.of("Sex", "a(b", ""))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CLEAN_PATTERN] clean operation replace-text on column \"Sex\":"
                        + " \"a(b\" is no regular expression: Unclosed group at character 4.");
        fails(
                ReplaceText.of("Sex", "M", "$1"),
                "[CLEAN_REPLACEMENT] clean operation replace-text on column \"Sex\":"
                        + " the replacement \"$1\" does not fit the pattern \"M\": No group 1. Write \\$ for a dollar.");
        fails(
                ReplaceText.of("Mass", "M", ""),
                "[TABLE_WRONG_TYPE] column \"Mass\" holds type number, not text."
                        + " Declare or convert its type before this use.");
    }

    @Test
    void operations_ofChangedCollections_keepTheirOwn() {
        List<String> names = new ArrayList<>(List.of("Sex"));
        Drop drop = Drop.of(names);
        names.clear();
        assertThat(drop).isEqualTo(Drop.columns("Sex"));
    }

    private void fails(CleanOperation operation, String message) {
        assertThatThrownBy(() -> run(Clean.of(operation)))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }

    private Table run(Clean clean) {
        return runIn(new RecordingContext("clean"), clean, penguins);
    }

    private static Table runIn(RecordingContext context, Clean clean, Table table) {
        try {
            return clean.run(table, context);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
