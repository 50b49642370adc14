package org.tributary.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

class FoldsTest {
    private static final long SEED = 1729;

    @Test
    void defaults_andWith_changeOneSettingEach() {
        Optional<String> none = Optional.empty();
        assertThat(Folds.defaults()).isEqualTo(new Folds(5, none, none, 42));
        assertThat(Folds.defaults().withFolds(3).withStratify("s").withSeed(1))
                .isEqualTo(new Folds(3, Optional.of("s"), none, 1));
        assertThat(Folds.defaults().withGroup("g").group()).contains("g");
    }

    @Test
    void run_tenRows_dealsTheseOnes() {
        // Fixed for good: other rows would make every stored result stale.
        List<SplitData> folds = run(Folds.defaults().withFolds(3), numbered(10));
        assertThat(folds.stream().map(fold -> ids(fold.test()).toList()))
                .containsExactly(List.of(0L, 1L, 3L, 9L), List.of(2L, 4L, 8L), List.of(5L, 6L, 7L));
    }

    @Test
    void run_anyTable_testsEachRowOnceInFoldsOfOneSize() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            int count = 2 + random.nextInt(9);
            int rows = count + random.nextInt(100);
            List<SplitData> folds = run(Folds.defaults().withFolds(count).withSeed(random.nextLong()), numbered(rows));
            assertDivides(rows, folds, i);
            assertThat(spread(folds.stream()
                            .map(SplitData::test)
                            .mapToInt(Table::rowCount)
                            .toArray()))
                    .as("seed %d case %d", SEED, i)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static void assertDivides(int rows, List<SplitData> folds, int i) {
        List<Long> all = LongStream.range(0, rows).boxed().toList();
        assertThat(folds.stream().flatMap(fold -> ids(fold.test())).toList())
                .as("seed %d case %d", SEED, i)
                .containsExactlyInAnyOrderElementsOf(all);
        for (SplitData fold : folds) {
            List<Long> train = ids(fold.train()).toList();
            List<Long> test = ids(fold.test()).toList();
            assertThat(train).isSorted().doesNotContainAnyElementsOf(test);
            assertThat(test).isSorted().isNotEmpty();
            assertThat(train.size() + test.size()).isEqualTo(rows);
        }
    }

    private static int spread(int[] sizes) {
        return IntStream.of(sizes).max().orElseThrow()
                - IntStream.of(sizes).min().orElseThrow();
    }

    @Test
    void run_stratified_dealsEachClassAndTheWholeEvenly() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            String[] names = names(random, 10 + random.nextInt(100), 4);
            List<SplitData> folds = run(Folds.defaults().withStratify("k").withSeed(i), named(names));
            assertDivides(names.length, folds, i);
            assertThat(spread(folds.stream()
                            .map(SplitData::test)
                            .mapToInt(Table::rowCount)
                            .toArray()))
                    .isLessThanOrEqualTo(1);
            for (String name : List.of(names[0], names[names.length - 1], "n3")) {
                int[] counts = folds.stream()
                        .mapToInt(fold ->
                                (int) texts(fold.test()).filter(name::equals).count())
                        .toArray();
                assertThat(spread(counts))
                        .as("seed %d case %d of %s", SEED, i, name)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void run_grouped_keepsEachGroupInOneFold() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            String[] names = names(random, 60 + random.nextInt(100), 12);
            List<SplitData> folds = run(Folds.defaults().withGroup("k").withSeed(i), named(names));
            assertDivides(names.length, folds, i);
            for (SplitData fold : folds) {
                Set<String> both = new HashSet<>(texts(fold.train()).toList());
                both.retainAll(texts(fold.test()).toList());
                assertThat(both).as("seed %d case %d", SEED, i).isEmpty();
            }
        }
    }

    @Test
    void run_groupsOfUnevenSize_fillTheEmptiestFold() {
        String[] names = "a a a a b b b c c d".split(" ");
        List<SplitData> folds = run(Folds.defaults().withFolds(2).withGroup("k"), named(names));
        assertThat(folds.stream().map(fold -> String.join("", texts(fold.test()).toList())))
                .containsExactly("aaaad", "bbbcc");
    }

    @Test
    void run_viewOfTheSameRows_givesEqualFolds() {
        String[] names = names(new SplittableRandom(SEED), 40, 9);
        int[] back = IntStream.range(0, 40).map(row -> 39 - row).toArray();
        Table view = named(names).rows(back).rows(back);
        for (Folds folds : List.of(
                Folds.defaults(),
                Folds.defaults().withStratify("k"),
                Folds.defaults().withGroup("k"))) {
            assertThat(run(folds, view)).isEqualTo(run(folds, named(names)));
            assertThat(run(folds.withSeed(7), view)).isNotEqualTo(run(folds, named(names)));
        }
    }

    @Test
    void run_tooFewRowsOrGroups_isRefused() {
        String rest = " for 5 folds: each needs at least one. Set fewer folds, or look at what the steps before drop.";
        fails(Folds.defaults(), numbered(4), "[FOLDS_TOO_FEW] step \"cv\" got 4 rows" + rest);
        fails(Folds.defaults(), numbered(0), "[FOLDS_TOO_FEW] step \"cv\" got 0 rows" + rest);
        fails(
                Folds.defaults().withGroup("k"),
                named("a", "b", "a", "b", "a", "b"),
                "[FOLDS_TOO_FEW] step \"cv\" got 2 groups" + rest);
    }

    @Test
    void run_missingGroup_namesTheRow() {
        fails(
                Folds.defaults().withFolds(2).withGroup("k"),
                named("a", "b", null),
                "[SPLIT_MISSING_VALUE] column \"k\" has no value in row 3: group needs one in each row."
                        + " Drop or fill the rows without one before the split.");
    }

    @Test
    void run_unknownColumn_namesTheNearest() {
        String message = "[TABLE_NO_COLUMN] step \"cv\": the table has no column \"ki\": columns are id, k."
                + " Did you mean \"k\"?";
        Table table = named("a", "b", "c", "d", "e");
        fails(Folds.defaults().withGroup("ki"), table, message);
        fails(Folds.defaults().withStratify("ki"), table, message);
    }

    @Test
    void of_oneFoldOrTwoRules_isRefused() {
        assertThatThrownBy(() -> Folds.defaults().withFolds(1))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[FOLDS_COUNT_RANGE] folds is 1: it must be at least 2, for example 5.");
        assertThatThrownBy(() -> Folds.defaults().withStratify("a").withGroup("b"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[FOLDS_TWO_RULES] both stratify \"a\" and group \"b\" are set:"
                        + " each alone says which rows make a fold. Set one of them.");
    }

    private static void fails(Folds folds, Table table, String message) {
        assertThatThrownBy(() -> run(folds, table))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }

    private static List<SplitData> run(Folds folds, Table table) {
        return folds.run(table, new RecordingContext("cv"));
    }

    private static String[] names(SplittableRandom random, int rows, int different) {
        String[] names = new String[rows];
        Arrays.setAll(names, row -> row < different ? "n" + row : "n" + random.nextInt(different));
        return names;
    }

    private static Table named(String... names) {
        return numbered(names.length).with(TextColumn.of("k", names));
    }

    private static Table numbered(int rows) {
        return Table.builder().wholes("id", LongStream.range(0, rows).toArray()).build();
    }

    private static LongStream idValues(Table table) {
        return IntStream.range(0, table.rowCount()).mapToLong(table.wholes("id")::value);
    }

    private static Stream<Long> ids(Table table) {
        return idValues(table).boxed();
    }

    private static Stream<String> texts(Table table) {
        return IntStream.range(0, table.rowCount()).mapToObj(table.text("k")::text);
    }
}
