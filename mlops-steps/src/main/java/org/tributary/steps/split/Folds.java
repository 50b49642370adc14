package org.tributary.steps.split;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * Divides a table several times for cross-validation: each row is in the test part of exactly one of the splits.
 *
 * <p>The list is what a map runs over: each fold trains on all rows but its own. Row order, settings and seed decide
 * alone. The rows are shuffled as {@link Split} shuffles them and dealt to the folds in turn, so the sizes of two test
 * parts differ by at most one; all parts keep the order of the rows. <b>Failure:</b> {@link PipelineException}
 * {@code FOLDS_TOO_FEW}, {@code FOLDS_COUNT_RANGE}, {@code FOLDS_TWO_RULES}, {@code SPLIT_MISSING_VALUE} or
 * {@code TABLE_NO_COLUMN}.
 *
 * @param folds how many splits, at least 2; 5 by default
 * @param stratify a column whose values all folds hold in equal shares, none by default: the rows are dealt value by
 *     value, so also the rows of a value differ by at most one between two folds. Missing is a value of its own
 * @param group a column no value of which is in both parts of a split, none by default. The groups go, the largest
 *     first and equal ones shuffled, each to the fold with the fewest rows, so sizes may differ by up to the largest
 *     group. A missing group is an error
 * @param seed where the shuffling starts, 42 by default
 */
public record Folds(
        @Setting(doc = "How many splits.", min = 2) int folds,

        @Setting(doc = "A column whose values all folds hold in equal shares.")
        Optional<String> stratify,

        @Setting(doc = "A column no value of which is in both parts of a split.")
        Optional<String> group,

        @Setting(doc = "Where the shuffling starts.") long seed)
        implements Step<Table, List<SplitData>> {

    /** Checks the settings. */
    public Folds {
        Objects.requireNonNull(stratify, "stratify");
        Objects.requireNonNull(group, "group");
        if (folds < 2) {
            throw new PipelineException(
                    "[FOLDS_COUNT_RANGE] folds is " + folds + ": it must be at least 2, for example 5.");
        }
        if (stratify.isPresent() && group.isPresent()) {
            throw new PipelineException("[FOLDS_TWO_RULES] both stratify \"" + stratify.get() + "\" and group \""
                    + group.get() + "\" are set: each alone says which rows make a fold. Set one of them.");
        }
    }

    /** Five folds, chosen with seed 42. */
    public static Folds defaults() {
        return new Folds(5, Optional.empty(), Optional.empty(), 42);
    }

    /** With another number of splits, at least 2. */
    public Folds withFolds(int folds) {
        return new Folds(folds, stratify, group, seed);
    }

    /** With equal shares of this column's values in all folds. */
    public Folds withStratify(String column) {
        return new Folds(folds, Optional.of(column), group, seed);
    }

    /** With each value of this column in one fold only. */
    public Folds withGroup(String column) {
        return new Folds(folds, stratify, Optional.of(column), seed);
    }

    /** With another seed. */
    public Folds withSeed(long seed) {
        return new Folds(folds, stratify, group, seed);
    }

    /** Divides the table, once for each fold. */
    @Override
    public List<SplitData> run(Table table, StepContext context) {
        String asker = "step \"" + context.step() + "\"";
        requireEnough(table.rowCount(), "rows", asker);
        int[] foldOfRow = foldOfRow(table, asker);
        return IntStream.range(0, folds)
                .mapToObj(fold -> split(table, foldOfRow, fold))
                .toList();
    }

    private int[] foldOfRow(Table table, String asker) {
        Optional<Column> grouping = group.map(column -> Split.named(table, column, asker));
        if (grouping.isPresent()) {
            Strata groups = Strata.known(grouping.get(), "group");
            requireEnough(groups.count(), "groups", asker);
            return Deal.groups(groups, folds, seed);
        }
        Strata strata = stratify.map(column -> Strata.of(Split.named(table, column, asker)))
                .orElseGet(() -> Strata.one(table.rowCount()));
        return Deal.rows(strata, folds, seed);
    }

    private void requireEnough(int count, String what, String asker) {
        if (count < folds) {
            throw new PipelineException("[FOLDS_TOO_FEW] " + asker + " got " + count + " " + what + " for " + folds
                    + " folds: each needs at least one. Set fewer folds, or look at what the steps before drop.");
        }
    }

    private static SplitData split(Table table, int[] foldOfRow, int fold) {
        int[] train = IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
        int[] test = IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
        return new SplitData(table.rows(train), table.rows(test));
    }
}
