package org.tributary.steps.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.clean.Compute.Operator;
import org.tributary.steps.clean.Range.Outside;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

/** The operations on numbers: bounds, arithmetic and fences. */
class NumberOperationsTest {
    private final Table table = Table.builder()
            .numbers("n", -2, Double.NaN, 0.5, 9)
            .add(WholeColumn.of("w", Arrays.asList(-2L, null, 1L, 9L)))
            .text("t", "a", "b", null, "d")
            .build();

    @Test
    void clip_numbers_areBroughtToTheBoundsAndMissingStays() {
        assertThat(Clip.of("n", 0, 5).apply(table).column("n")).isEqualTo(NumberColumn.of("n", 0, Double.NaN, 0.5, 5));
        assertThat(Clip.of("n").withMin(0).apply(table).column("n"))
                .isEqualTo(NumberColumn.of("n", 0, Double.NaN, 0.5, 9));
        assertThat(Clip.of("n").apply(table)).isEqualTo(table);
    }

    @Test
    void clip_wholes_stayWholeWithinTheBounds() {
        assertThat(Clip.of("w", -0.5, 5.5).apply(table).column("w"))
                .isEqualTo(WholeColumn.of("w", Arrays.asList(0L, null, 1L, 5L)));
        assertThat(Clip.of("w").withMax(1e300).apply(table)).isEqualTo(table);
    }

    @Test
    void bounds_ofLargeWholes_areExact() {
        long large = (1L << 53) + 1;
        Table wholes = Table.builder().wholes("w", large, Long.MAX_VALUE).build();
        assertThat(Clip.of("w").apply(wholes)).isEqualTo(wholes);
        assertThat(Range.of("w", 0, 0x1p53).apply(wholes).rowCount()).isZero();
        assertThat(Range.of("w", 0, 0x1p63).apply(wholes)).isSameAs(wholes);
        assertThat(Range.of("w").withMin(0x1p63).apply(wholes).rowCount()).isZero();
    }

    @Test
    void clip_boundsThatNothingFits_areRefused() {
        fails(
                () -> Clip.of("n", 3, 1),
                "[CLEAN_BOUNDS] clean operation clip on column \"n\": min is 3.0 and max is 1.0,"
                        + " so no number lies between them. Set a min that is at most the max.");
        fails(
                () -> Range.of("n").withMax(Double.NaN),
                "[CLEAN_BOUNDS] clean operation range on column \"n\": min is -Infinity and max is NaN,"
                        + " so no number lies between them. Set a min that is at most the max.");
        fails(
                () -> Clip.of("w", 0.2, 0.8).apply(table),
                "[CLEAN_BOUNDS] clean operation clip on column \"w\": it holds whole numbers, and none lies between"
                        + " 0.2 and 0.8. Widen the bounds, or convert the column to number.");
    }

    @Test
    void range_outside_dropsRowsButNotMissingOnes() {
        assertThat(Range.of("n", 0, 9).apply(table)).isEqualTo(table.rows(new int[] {1, 2, 3}));
        assertThat(Range.of("w", 1, 8).apply(table)).isEqualTo(table.rows(new int[] {1, 2}));
        assertThat(Range.of("w", -2, 9).apply(table)).isSameAs(table);
    }

    @Test
    void range_outsideIsMissing_keepsTheRows() {
        assertThat(Range.of("n", 0, 8).withOutside(Outside.MISSING).apply(table).column("n"))
                .isEqualTo(NumberColumn.of("n", Double.NaN, Double.NaN, 0.5, Double.NaN));
        assertThat(Range.of("w", 0, 9).withOutside(Outside.MISSING).apply(table).column("w"))
                .isEqualTo(WholeColumn.of("w", Arrays.asList(null, null, 1L, 9L)));
    }

    @Test
    void compute_operators_giveNewColumns() {
        Table sides = Table.builder()
                .numbers("a", 6, Double.NaN, 1)
                .wholes("b", 3, 1, 0)
                .build();
        assertThat(computed(sides, "a", Operator.ADD, "b")).containsExactly(9, Double.NaN, 1);
        assertThat(computed(sides, "a", Operator.SUBTRACT, "b")).containsExactly(3, Double.NaN, 1);
        assertThat(computed(sides, "a", Operator.MULTIPLY, "b")).containsExactly(18, Double.NaN, 0);
        assertThat(computed(sides, "a", Operator.DIVIDE, "b")).containsExactly(2, Double.NaN, Double.NaN);
        assertThat(computed(sides, "a", Operator.DIVIDE, "-0.0")).containsOnly(Double.NaN);
        assertThat(computed(sides, "1e3", Operator.SUBTRACT, "b")).containsExactly(997, 999, 1000);
    }

    private static double[] computed(Table sides, String left, Operator operator, String right) {
        Table result = Compute.of("c", left, operator, right).apply(sides);
        assertThat(result.columnNames()).containsExactly("a", "b", "c");
        return result.numbers("c").toArray();
    }

    @Test
    void compute_columnNamedLikeANumber_goesFirst() {
        Table sides = Table.builder().numbers("2", 5).build();
        assertThat(Compute.of("c", "2", Operator.ADD, "3").apply(sides).column("c"))
                .isEqualTo(NumberColumn.of("c", 8));
    }

    @Test
    void compute_badSides_areRefused() {
        fails(
                () -> Compute.of("c", "n", Operator.ADD, "NaN").apply(table),
                "[TABLE_NO_COLUMN] clean operation compute: the table has no column \"NaN\": columns are n, w, t.");
        fails(
                () -> Compute.of("c", "t", Operator.ADD, "1").apply(table),
                "[TABLE_WRONG_TYPE] column \"t\" holds type text, not number."
                        + " Declare or convert its type before this use.");
        fails(
                () -> Compute.of("t", "n", Operator.ADD, "1").apply(table),
                "[TABLE_DUPLICATE_COLUMN] the table would have two columns \"t\":"
                        + " names are unique. Rename or drop one.");
    }

    @Test
    void log_ofPositives_isNaturalAndElseMissing() {
        Table numbers = Table.builder()
                .numbers("x", Math.E, 0, -1, Double.NaN, 1)
                .wholes("y", 1, 1, 1, 1, 0)
                .build();
        assertThat(Log.of("x").apply(numbers).numbers("x.log").toArray())
                .containsExactly(1, Double.NaN, Double.NaN, Double.NaN, 0);
        assertThat(Log.of("y").apply(numbers).numbers("y.log").toArray()).containsExactly(0, 0, 0, 0, Double.NaN);
    }

    @Test
    void outliers_beyondTheFences_areDropped() {
        // quartiles 2 and 4, so fences at -1 and 7
        Table numbers = Table.builder().numbers("x", 1, 2, 3, 4, 8).build();
        assertThat(Outliers.of("x").apply(numbers)).isEqualTo(numbers.slice(0, 4));
        assertThat(Outliers.of("x").withK(2).apply(numbers)).isSameAs(numbers);
        assertThat(Outliers.of("x").withK(0).apply(numbers)).isEqualTo(numbers.slice(1, 4));
    }

    @Test
    void outliers_quartilesBetweenValues_areLinear() {
        // quartiles 1.75 and 3.25 of 1 to 4, as R's quantile(1:4) gives them
        Table numbers = Table.builder().wholes("x", 4, 1, 3, 2).build();
        assertThat(Outliers.of("x").withK(0.5).apply(numbers)).isSameAs(numbers);
        assertThat(Outliers.of("x").withK(0.49).apply(numbers)).isEqualTo(numbers.slice(2, 4));
    }

    @Test
    void outliers_missing_haveNoPartAndStay() {
        Table numbers = Table.builder().numbers("x", Double.NaN, 1, 2, 3, 4, 8).build();
        assertThat(Outliers.of("x").apply(numbers)).isEqualTo(numbers.slice(0, 5));
        Table nothing = Table.builder().numbers("x", Double.NaN).build();
        assertThat(Outliers.of("x").apply(nothing)).isSameAs(nothing);
        Table none = Table.builder().numbers("x").build();
        assertThat(Outliers.of("x").apply(none)).isSameAs(none);
    }

    @Test
    void outliers_randomOrder_keepsTheSameValues() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            double[] values = random.doubles(1 + random.nextInt(40))
                    .map(d -> d * d * d * 100)
                    .toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(sortedKept(values)).as("seed %d case %d", seed, i).isEqualTo(sortedKept(sorted));
        }
    }

    private static double[] sortedKept(double[] values) {
        Table numbers = Table.builder().numbers("x", values).build();
        return Arrays.stream(Outliers.of("x").apply(numbers).numbers("x").toArray())
                .sorted()
                .toArray();
    }

    @Test
    void outliers_badK_isRefused() {
        fails(
                () -> Outliers.of("x").withK(-1),
                "[CLEAN_FENCES] clean operation outliers on column \"x\": k is -1.0."
                        + " Set a finite number that is at least 0, such as 1.5.");
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(PipelineException.class).hasMessage(message);
    }
}
