package org.tributary.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

class SplitTest {
    private static final long SEED = 4711;

    @Test
    void defaults_andWith_changeOneSettingEach() {
        Optional<String> none = Optional.empty();
        assertThat(Split.defaults()).isEqualTo(new Split(0.2, none, none, none, none, 42));
        assertThat(Split.defaults().withTest(0.5).withStratify("s").withSeed(1))
                .isEqualTo(new Split(0.5, Optional.of("s"), none, none, none, 1));
        assertThat(Split.defaults().withTime("t").time()).contains("t");
        assertThat(Split.defaults().withGroup("g").group()).contains("g");
        assertThat(Split.defaults().withBy("b").by()).contains("b");
    }

    @Test
    void run_twentyRows_drawsTheseOnes() {
        // Fixed for good: other rows would make every stored result stale.
        SplitData data = run(Split.defaults(), numbered(20));
        assertThat(ids(data.test())).containsExactly(1, 4, 14, 17);
        assertThat(ids(data.train())).hasSize(16);
    }

    @Test
    void run_anyTable_givesEachRowToOnePartInOrder() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            int rows = 2 + random.nextInt(200);
            Split split = Split.defaults().withTest(0.3).withSeed(random.nextLong());
            SplitData data = run(split, numbered(rows));
            assertDivides(rows, data, i);
            assertThat(data.test().rowCount()).as("seed %d case %d", SEED, i).isEqualTo((int) Math.round(0.3 * rows));
            assertThat(run(split, numbered(rows)))
                    .as("seed %d case %d", SEED, i)
                    .isEqualTo(data);
        }
    }

    private static void assertDivides(int rows, SplitData data, int i) {
        BitSet seen = new BitSet();
        for (Table part : List.of(data.train(), data.test())) {
            long[] ids = ids(part);
            assertThat(ids).as("seed %d case %d", SEED, i).isSorted().doesNotHaveDuplicates();
            Arrays.stream(ids).forEach(id -> seen.set((int) id));
        }
        assertThat(seen.cardinality()).isEqualTo(rows);
        assertThat(data.train().rowCount() + data.test().rowCount()).isEqualTo(rows);
    }

    @Test
    void run_otherSeed_drawsOtherRows() {
        assertThat(run(Split.defaults().withSeed(1), numbered(100)))
                .isNotEqualTo(run(Split.defaults().withSeed(2), numbered(100)));
    }

    @Test
    void run_stratified_givesEachClassItsShare() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            int rows = 2 + random.nextInt(150);
            int classes = 1 + random.nextInt(8);
            double test = 0.05 + random.nextDouble() * 0.9;
            String[] names = new String[rows];
            Arrays.setAll(names, row -> random.nextInt(10) == 0 ? null : "c" + random.nextInt(classes));
            Table table = numbered(rows).with(TextColumn.of("class", names));
            if (Arrays.stream(names).distinct().count() < rows) {
                SplitData data = run(Split.defaults().withTest(test).withStratify("class"), table);
                assertDivides(rows, data, i);
                assertShares(names, test, data, "seed " + SEED + " case " + i);
            }
        }
    }

    private static void assertShares(String[] names, double test, SplitData data, String which) {
        Map<String, Integer> tested = counts(data.test().text("class"));
        counts(TextColumn.of("class", names)).forEach((name, size) -> {
            int share = tested.getOrDefault(name, 0);
            if (size == 1) {
                assertThat(share).as(which).isZero();
            } else {
                assertThat(share).as(which).isBetween(1, size - 1);
                boolean nearest = Math.abs(share - test * size) < 1;
                assertThat(nearest || share == 1 || share == size - 1).as(which).isTrue();
            }
        });
    }

    private static Map<String, Integer> counts(TextColumn column) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, column.size())
                .forEach(row -> counts.merge(column.isMissing(row) ? "missing" : column.text(row), 1, Integer::sum));
        return counts;
    }

    @Test
    void run_stratifiedRemainders_goToTheLargest() {
        String[] names = new String[20];
        Arrays.fill(names, 0, 7, "a");
        Arrays.fill(names, 7, 11, "b");
        Arrays.fill(names, 11, 20, "c");
        SplitData data = run(
                Split.defaults().withTest(0.25).withStratify("k"),
                Table.builder().text("k", names).build());
        // 1.75, 1 and 2.25 rows: the fifth row is a's.
        assertThat(counts(data.test().text("k"))).isEqualTo(Map.of("a", 2, "b", 1, "c", 2));
    }

    @Test
    void run_by_dividesAsTheColumnSays() {
        Table table = numbered(3).with(TextColumn.of("part", "train", "test", "train"));
        SplitData data = run(Split.defaults().withBy("part"), table);
        assertThat(data.train()).isEqualTo(Table.builder().wholes("id", 0, 2).build());
        assertThat(data.test()).isEqualTo(Table.builder().wholes("id", 1).build());
    }

    @Test
    void run_byUnknownText_namesTheRow() {
        fails(
                Split.defaults().withBy("part"),
                numbered(2).with(TextColumn.of("part", "train", "valid")),
                "[SPLIT_UNKNOWN_PART] column \"part\" says \"valid\" in row 2:"
                        + " it must say \"train\" or \"test\" in each row. Clean it before the split.");
        fails(
                Split.defaults().withBy("part"),
                numbered(2).with(TextColumn.of("part", null, "test")),
                "[SPLIT_UNKNOWN_PART] column \"part\" says nothing in row 1:"
                        + " it must say \"train\" or \"test\" in each row. Clean it before the split.");
    }

    @Test
    void run_byWithOnePartOnly_isRefused() {
        fails(
                Split.defaults().withBy("part"),
                numbered(1).with(TextColumn.of("part", "train")),
                "[SPLIT_EMPTY_PART] the test part would have no rows: column \"part\" says so for no row."
                        + " Both parts need at least one.");
        fails(
                Split.defaults().withBy("part"),
                numbered(1).with(TextColumn.of("part", "test")),
                "[SPLIT_EMPTY_PART] the training part would have no rows: column \"part\" says so for no row."
                        + " Both parts need at least one.");
    }

    @Test
    void run_unknownColumn_namesTheNearest() {
        Table table = numbered(2).with(TextColumn.of("Species", "a", "b"));
        String message = "[TABLE_NO_COLUMN] step \"split\": the table has no column \"Specis\":"
                + " columns are id, Species. Did you mean \"Species\"?";
        fails(Split.defaults().withStratify("Specis"), table, message);
        fails(Split.defaults().withBy("Specis"), table, message);
        fails(Split.defaults().withTime("Specis"), table, message);
        fails(Split.defaults().withGroup("Specis"), table, message);
    }

    @Test
    void run_tooFewRows_isRefused() {
        fails(
                Split.defaults(),
                numbered(0),
                "[SPLIT_EMPTY_TABLE] step \"split\" got a table without rows:"
                        + " there is nothing to divide. Look at what the steps before it drop.");
        fails(
                Split.defaults(),
                numbered(2),
                "[SPLIT_EMPTY_PART] the test part would have no rows:"
                        + " 2 rows divided by test 0.2 leave none. Both parts need at least one.");
        fails(
                Split.defaults().withTest(0.9),
                numbered(1),
                "[SPLIT_EMPTY_PART] the training part would have no rows:"
                        + " 1 rows divided by test 0.9 leave none. Both parts need at least one.");
        fails(
                Split.defaults().withStratify("id"),
                numbered(2),
                "[SPLIT_EMPTY_PART] the test part would have no rows:"
                        + " 2 rows divided by test 0.2 and stratify \"id\" leave none. Both parts need at least one.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void of_testOutsideItsRange_isRefused(double test) {
        assertThatThrownBy(() -> Split.defaults().withTest(test))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[SPLIT_TEST_RANGE] test is " + test + ": it must be above 0 and below 1, for example 0.2.");
    }

    @Test
    void of_twoRules_isRefused() {
        twoRules(() -> Split.defaults().withStratify("a").withBy("b"), "stratify \"a\" and by \"b\"");
        twoRules(() -> Split.defaults().withBy("b").withTime("t"), "by \"b\" and time \"t\"");
        twoRules(() -> Split.defaults().withTime("t").withGroup("g"), "time \"t\" and group \"g\"");
        twoRules(() -> Split.defaults().withStratify("a").withGroup("g"), "stratify \"a\" and group \"g\"");
    }

    private static void twoRules(ThrowingCallable made, String shown) {
        assertThatThrownBy(made)
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SPLIT_TWO_RULES] both " + shown
                        + " are set: each alone says which rows are for testing. Set one of them.");
    }

    private static void fails(Split split, Table table, String message) {
        assertThatThrownBy(() -> run(split, table))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }

    private static SplitData run(Split split, Table table) {
        return split.run(table, new RecordingContext("split"));
    }

    private static Table numbered(int rows) {
        return Table.of(List.of(
                WholeColumn.of("id", IntStream.range(0, rows).asLongStream().toArray())));
    }

    private static long[] ids(Table table) {
        WholeColumn column = table.wholes("id");
        return IntStream.range(0, column.size()).mapToLong(column::value).toArray();
    }
}
