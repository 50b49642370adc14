package org.tributary.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Table;

/** The rules by time and by group. */
class SplitRulesTest {
    private static final long SEED = 815;
    private static final Split BY_TIME = Split.defaults().withTime("t");
    private static final Split BY_GROUP = Split.defaults().withGroup("g");

    @Test
    void time_wholes_testsTheLatestInRowOrder() {
        SplitData data = run(BY_TIME.withTest(0.4), wholes(5, 1, 4, 2, 3));
        assertThat(data.train()).isEqualTo(wholes(1, 2, 3));
        assertThat(data.test()).isEqualTo(wholes(5, 4));
    }

    @Test
    void time_numbersOfBothSigns_areInTheirOrder() {
        Table table = numbers(-0.5, Double.NEGATIVE_INFINITY, 1e300, -2, 0.0, -0.0, Double.POSITIVE_INFINITY, 1e-300);
        assertThat(run(BY_TIME.withTest(0.375), table).test())
                .isEqualTo(numbers(1e300, Double.POSITIVE_INFINITY, 1e-300));
        // Both zeros are one time.
        assertThat(run(BY_TIME.withTest(0.5), table).test().rowCount()).isEqualTo(3);
        assertThat(run(BY_TIME.withTest(0.9), table).train()).isEqualTo(numbers(Double.NEGATIVE_INFINITY));
    }

    @Test
    void time_datesBefore1970_areEarlier() {
        LocalDateTime old = LocalDateTime.of(1969, 7, 20, 0, 0);
        LocalDateTime late = LocalDateTime.of(2026, 1, 1, 12, 30);
        Table table = Table.builder().times("t", late, old).build();
        SplitData data = run(BY_TIME, table);
        assertThat(data.test().times("t").dateTime(0)).isEqualTo(late);
        assertThat(data.train().times("t").dateTime(0)).isEqualTo(old);
    }

    @Test
    void time_tiesAtTheCut_goTheWayThatIsNearer() {
        assertThat(run(BY_TIME, wholes(1, 2, 2, 2, 3, 3, 3, 3, 3, 4)).test()).isEqualTo(wholes(4));
        assertThat(run(BY_TIME, wholes(1, 2, 3, 4, 5, 6, 7, 9, 9, 9)).test()).isEqualTo(wholes(9, 9, 9));
        // One and three rows are equally near to two.
        assertThat(run(BY_TIME, wholes(1, 2, 3, 4, 5, 6, 7, 8, 8, 9)).test()).isEqualTo(wholes(9));
        // All cuts are far: five rows are the only ones that both parts can have.
        assertThat(run(BY_TIME, wholes(1, 1, 1, 1, 1, 2, 2, 2, 2, 2)).test()).isEqualTo(wholes(2, 2, 2, 2, 2));
    }

    @Test
    void time_anyTable_noTimeOnBothSidesAndNoNearerCut() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            int distinct = 2 + random.nextInt(40);
            long[] times = random.longs(2 + random.nextInt(80), 0, distinct).toArray();
            double test = 0.05 + 0.9 * random.nextDouble();
            if (Arrays.stream(times).distinct().count() > 1) {
                SplitData data = run(BY_TIME.withTest(test), wholes(times));
                assertCut(times, test, data, "seed " + SEED + " case " + i);
            }
        }
    }

    private static void assertCut(long[] times, double test, SplitData data, String which) {
        long lastTrained = Arrays.stream(values(data.train())).max().orElseThrow();
        long firstTested = Arrays.stream(values(data.test())).min().orElseThrow();
        assertThat(lastTrained).as(which).isLessThan(firstTested);
        assertThat(data.train().rowCount() + data.test().rowCount()).as(which).isEqualTo(times.length);
        double off = Math.abs(data.test().rowCount() - test * times.length);
        Set<Long> cuts = new TreeSet<>(Arrays.stream(times).boxed().toList());
        cuts.remove(Arrays.stream(times).min().orElseThrow());
        for (long cut : cuts) {
            long rows = Arrays.stream(times).filter(time -> time >= cut).count();
            assertThat(Math.abs(rows - test * times.length)).as(which).isGreaterThanOrEqualTo(off);
        }
    }

    @Test
    void time_otherSeed_changesNothing() {
        Table table = wholes(4, 8, 1, 9, 3);
        assertThat(run(BY_TIME.withSeed(1), table)).isEqualTo(run(BY_TIME.withSeed(2), table));
    }

    @Test
    void time_missing_namesRowAndColumn() {
        fails(
                BY_TIME,
                numbers(1, 2, Double.NaN),
                "[SPLIT_MISSING_VALUE] column \"t\" has no value in row 3: time needs one in each row."
                        + " Drop or fill the rows without one before the split.");
    }

    @Test
    void time_oneTimeOnly_isRefused() {
        fails(
                BY_TIME,
                wholes(7, 7, 7),
                "[SPLIT_EMPTY_PART] the test part would have no rows: column \"t\" holds one time only."
                        + " Both parts need at least one.");
    }

    @Test
    void time_textOrBoolean_isRefused() {
        String rest = ", which has no earlier and later: time needs type time, whole or number."
                + " Convert it before the split.";
        fails(
                BY_TIME,
                Table.builder().text("t", "a", "b").build(),
                "[SPLIT_NOT_A_TIME] column \"t\" holds type text" + rest);
        fails(
                BY_TIME,
                Table.builder().booleans("t", true, null).build(),
                "[SPLIT_NOT_A_TIME] column \"t\" holds type boolean" + rest);
    }

    @Test
    void group_fixedTable_drawsTheseGroups() {
        // Fixed for good: other groups would make every stored result stale.
        SplitData data = run(BY_GROUP, groups("a", "b", "c", "d", "e", "a", "b", "c", "d", "e"));
        assertThat(texts(data.test())).containsExactly("d", "d");
    }

    @Test
    void group_anyTable_noGroupOnBothSides() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            String[] names = names(random, 2 + random.nextInt(100), 2 + random.nextInt(30));
            double test = 0.05 + 0.9 * random.nextDouble();
            if (Arrays.stream(names).distinct().count() > 1) {
                SplitData data = run(BY_GROUP.withTest(test).withSeed(i), groups(names));
                Set<String> both = new HashSet<>(Arrays.asList(texts(data.train())));
                both.retainAll(Arrays.asList(texts(data.test())));
                assertThat(both).as("seed %d case %d", SEED, i).isEmpty();
                assertThat(data.train().rowCount() + data.test().rowCount())
                        .as("seed %d case %d", SEED, i)
                        .isEqualTo(names.length);
                assertThat(run(BY_GROUP.withTest(test).withSeed(i), viewOf(names)))
                        .as("a view of the same rows, seed %d case %d", SEED, i)
                        .isEqualTo(data);
            }
        }
    }

    @Test
    void group_manySmallGroups_meetsTheShareWithinOneGroup() {
        SplittableRandom random = new SplittableRandom(SEED);
        String[] names = names(random, 2000, 500);
        for (double test : new double[] {0.1, 0.2, 0.5, 0.8}) {
            assertThat(run(BY_GROUP.withTest(test), groups(names)).test().rowCount())
                    .as("test %s", test)
                    .isBetween((int) (test * 2000) - 2, (int) (test * 2000) + 2);
        }
    }

    @Test
    void group_allTooLarge_takesTheSmallest() {
        assertThat(texts(
                        run(BY_GROUP, groups("a", "a", "a", "b", "b", "b", "b")).test()))
                .containsExactly("a", "a", "a");
        assertThat(texts(run(BY_GROUP.withTest(0.99), groups("a", "b", "b")).train()))
                .hasSizeBetween(1, 2);
    }

    @Test
    void group_otherSeed_drawsOtherGroups() {
        Table table = groups(names(new SplittableRandom(SEED), 200, 60));
        assertThat(run(BY_GROUP.withSeed(1), table)).isNotEqualTo(run(BY_GROUP.withSeed(2), table));
    }

    @Test
    void group_missingOrOnlyOne_isRefused() {
        fails(
                BY_GROUP,
                groups("a", null, "b"),
                "[SPLIT_MISSING_VALUE] column \"g\" has no value in row 2: group needs one in each row."
                        + " Drop or fill the rows without one before the split.");
        fails(
                BY_GROUP,
                groups("a", "a"),
                "[SPLIT_EMPTY_PART] the test part would have no rows: column \"g\" holds one group only."
                        + " Both parts need at least one.");
    }

    private static String[] names(SplittableRandom random, int rows, int groups) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "g" + random.nextInt(groups))
                .toArray(String[]::new);
    }

    /** The same rows, out of a table that holds more. */
    private static Table viewOf(String... names) {
        String[] twice = new String[2 * names.length];
        Arrays.setAll(twice, i -> i % 2 == 0 ? "other" + i : names[i / 2]);
        int[] odd = IntStream.range(0, names.length).map(i -> 2 * i + 1).toArray();
        return groups(twice).rows(odd);
    }

    private static void fails(Split split, Table table, String message) {
        assertThatThrownBy(() -> run(split, table))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }

    private static SplitData run(Split split, Table table) {
        return split.run(table, new RecordingContext("split"));
    }

    private static Table wholes(long... times) {
        return Table.builder().wholes("t", times).build();
    }

    private static Table numbers(double... times) {
        return Table.builder().numbers("t", times).build();
    }

    private static Table groups(String... names) {
        return Table.builder().text("g", names).build();
    }

    private static long[] values(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToLong(table.wholes("t")::value)
                .toArray();
    }

    private static String[] texts(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(table.text("g")::text)
                .toArray(String[]::new);
    }
}
