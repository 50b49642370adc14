package org.tributary.steps.split;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.ColumnNames;
import org.tributary.table.Table;

/**
 * Divides a table into a training and a test part; both keep the order of the rows.
 *
 * <p>Row order, settings and seed decide alone. The rows are shuffled by Fisher and Yates, from the last row down, with
 * a {@link java.util.SplittableRandom} of the seed, and the first ones of that order are the test part: as many as
 * {@code test} times the rows, rounded to the nearest. <b>Failure:</b> {@link PipelineException} {@code SPLIT_EMPTY_TABLE},
 * {@code SPLIT_EMPTY_PART}, {@code SPLIT_UNKNOWN_PART} or {@code TABLE_NO_COLUMN}.
 *
 * @param test which part of the rows is for testing, above 0 and below 1; 0.2 by default
 * @param stratify a column whose values both parts hold in equal shares, none by default. Each value's rows are
 *     rounded by largest remainder; a value of two rows or more is in both parts, a single row goes to the training
 *     part, and missing is a value of its own
 * @param by a column that says {@code train} or {@code test} for each row and is left out of both parts, none by
 *     default; {@code test} and {@code seed} have no part in it then
 * @param seed where the shuffling starts, 42 by default
 */
public record Split(
        @Setting(doc = "Which part of the rows is for testing, above 0 and below 1.", min = 0, max = 1)
        double test,

        @Setting(doc = "A column whose values both parts hold in equal shares.")
        Optional<String> stratify,

        @Setting(doc = "A column that says train or test for each row.")
        Optional<String> by,

        @Setting(doc = "Where the shuffling starts.") long seed)
        implements Step<Table, SplitData> {

    /** Checks the settings. */
    public Split {
        Objects.requireNonNull(stratify, "stratify");
        Objects.requireNonNull(by, "by");
        if (!(test > 0 && test < 1)) {
            throw new PipelineException(
                    "[SPLIT_TEST_RANGE] test is " + test + ": it must be above 0 and below 1, for example 0.2.");
        }
        if (stratify.isPresent() && by.isPresent()) {
            throw new PipelineException("[SPLIT_TWO_RULES] both stratify \"" + stratify.get() + "\" and by \""
                    + by.get() + "\" are set: a column that says the part leaves nothing to choose. Set one of them.");
        }
    }

    /** A fifth of the rows for testing, chosen with seed 42. */
    public static Split defaults() {
        return new Split(0.2, Optional.empty(), Optional.empty(), 42);
    }

    /** With another part for testing, above 0 and below 1. */
    public Split withTest(double test) {
        return new Split(test, stratify, by, seed);
    }

    /** With equal shares of this column's values in both parts. */
    public Split withStratify(String column) {
        return new Split(test, Optional.of(column), by, seed);
    }

    /** With the part of each row as this column says. */
    public Split withBy(String column) {
        return new Split(test, stratify, Optional.of(column), seed);
    }

    /** With another seed. */
    public Split withSeed(long seed) {
        return new Split(test, stratify, by, seed);
    }

    /** Divides the table. */
    @Override
    public SplitData run(Table table, StepContext context) {
        if (table.rowCount() == 0) {
            throw new PipelineException(
                    "[SPLIT_EMPTY_TABLE] step \"" + context.step()
                            + "\" got a table without rows: there is nothing to divide. Look at what the steps before it drop.");
        }
        return by.isPresent() ? divideBy(table, by.get(), context) : divide(table, context);
    }

    private SplitData divideBy(Table table, String column, StepContext context) {
        ColumnNames.require(table, List.of(column), asker(context));
        Parts parts = Parts.said(table.column(column));
        return parts.of(table.drop(List.of(column)), "column \"" + column + "\" says so for no row");
    }

    private SplitData divide(Table table, StepContext context) {
        stratify.ifPresent(column -> ColumnNames.require(table, List.of(column), asker(context)));
        Strata strata = stratify.map(column -> Strata.of(table.column(column))).orElse(Strata.one(table.rowCount()));
        int[] wanted = stratify.isPresent() ? strata.shares(test) : new int[] {Strata.rounded(test * table.rowCount())};
        String why = table.rowCount() + " rows divided by test " + test
                + stratify.map(column -> " and stratify \"" + column + "\"").orElse("") + " leave none";
        return Parts.drawn(strata, wanted, seed).of(table, why);
    }

    private static String asker(StepContext context) {
        return "step \"" + context.step() + "\"";
    }
}
