package org.tributary.steps.split;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Column;
import org.tributary.table.ColumnNames;
import org.tributary.table.Table;

/**
 * Divides a table into a training and a test part; both keep the order of the rows.
 *
 * <p>Row order, settings and seed decide alone. The rows are shuffled by Fisher and Yates, from the last row down, with
 * a {@link java.util.SplittableRandom} of the seed, and the first ones of that order are the test part: as many as
 * {@code test} times the rows, rounded to the nearest. At most one of the four columns that change this rule is set.
 * <b>Failure:</b> {@link PipelineException} {@code SPLIT_EMPTY_TABLE}, {@code SPLIT_EMPTY_PART},
 * {@code SPLIT_UNKNOWN_PART}, {@code SPLIT_MISSING_VALUE}, {@code SPLIT_NOT_A_TIME} or {@code TABLE_NO_COLUMN}.
 *
 * @param test which part of the rows is for testing, above 0 and below 1; 0.2 by default
 * @param stratify a column whose values both parts hold in equal shares, none by default. Each value's rows are
 *     rounded by largest remainder; a value of two rows or more is in both parts, a single row goes to the training
 *     part, and missing is a value of its own
 * @param by a column that says {@code train} or {@code test} for each row and is left out of both parts, none by
 *     default; {@code test} and {@code seed} have no part in it then
 * @param time a column of times or numbers whose latest rows are for testing, none by default. The cut is between two
 *     different times, so equal ones are never on both sides; of these cuts it is the one that gives the test part the
 *     number of rows nearest to {@code test} times all, the smaller one of two as near. A missing time is an error, and
 *     {@code seed} has no part in it
 * @param group a column no value of which is in both parts, none by default. The groups are shuffled as rows are, and
 *     each one is taken that brings the test part nearer to {@code test} times the rows and leaves one for training; the
 *     smallest if there is none. A missing group is an error
 * @param seed where the shuffling starts, 42 by default
 */
public record Split(
        @Setting(doc = "Which part of the rows is for testing, above 0 and below 1.", min = 0, max = 1)
        double test,

        @Setting(doc = "A column whose values both parts hold in equal shares.")
        Optional<String> stratify,

        @Setting(doc = "A column that says train or test for each row.")
        Optional<String> by,

        @Setting(doc = "A column of times or numbers whose latest rows are for testing.")
        Optional<String> time,

        @Setting(doc = "A column no value of which is in both parts.")
        Optional<String> group,

        @Setting(doc = "Where the shuffling starts.") long seed)
        implements Step<Table, SplitData> {

    /** Checks the settings. */
    public Split {
        Objects.requireNonNull(stratify, "stratify");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(group, "group");
        if (!(test > 0 && test < 1)) {
            throw new PipelineException(
                    "[SPLIT_TEST_RANGE] test is " + test + ": it must be above 0 and below 1, for example 0.2.");
        }
        requireOneRule(stratify, by, time, group);
    }

    private static void requireOneRule(
            Optional<String> stratify, Optional<String> by, Optional<String> time, Optional<String> group) {
        Map<String, String> rules = new LinkedHashMap<>();
        stratify.ifPresent(column -> rules.put("stratify", column));
        by.ifPresent(column -> rules.put("by", column));
        time.ifPresent(column -> rules.put("time", column));
        group.ifPresent(column -> rules.put("group", column));
        if (rules.size() > 1) {
            List<String> shown = rules.entrySet().stream()
                    .map(rule -> rule.getKey() + " \"" + rule.getValue() + "\"")
                    .toList();
            throw new PipelineException("[SPLIT_TWO_RULES] both " + shown.get(0) + " and " + shown.get(1)
                    + " are set: each alone says which rows are for testing. Set one of them.");
        }
    }

    /** A fifth of the rows for testing, chosen with seed 42. */
    public static Split defaults() {
        return new Split(0.2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 42);
    }

    /** With another part for testing, above 0 and below 1. */
    public Split withTest(double test) {
        return new Split(test, stratify, by, time, group, seed);
    }

    /** With equal shares of this column's values in both parts. */
    public Split withStratify(String column) {
        return new Split(test, Optional.of(column), by, time, group, seed);
    }

    /** With the part of each row as this column says. */
    public Split withBy(String column) {
        return new Split(test, stratify, Optional.of(column), time, group, seed);
    }

    /** With the latest rows by this column of times or numbers for testing. */
    public Split withTime(String column) {
        return new Split(test, stratify, by, Optional.of(column), group, seed);
    }

    /** With each value of this column in one part only. */
    public Split withGroup(String column) {
        return new Split(test, stratify, by, time, Optional.of(column), seed);
    }

    /** With another seed. */
    public Split withSeed(long seed) {
        return new Split(test, stratify, by, time, group, seed);
    }

    /** Divides the table. */
    @Override
    public SplitData run(Table table, StepContext context) {
        if (table.rowCount() == 0) {
            throw new PipelineException(
                    "[SPLIT_EMPTY_TABLE] step \"" + context.step()
                            + "\" got a table without rows: there is nothing to divide. Look at what the steps before it drop.");
        }
        String asker = "step \"" + context.step() + "\"";
        return stratify.map(column -> divideStrata(table, named(table, column, asker)))
                .or(() -> by.map(column -> divideBy(table, named(table, column, asker))))
                .or(() -> time.map(column -> divideTimes(table, named(table, column, asker))))
                .or(() -> group.map(column -> divideGroups(table, named(table, column, asker))))
                .orElseGet(() -> divideRows(table));
    }

    /** The column that a setting names. */
    static Column named(Table table, String column, String asker) {
        ColumnNames.require(table, List.of(column), asker);
        return table.column(column);
    }

    private SplitData divideRows(Table table) {
        int[] wanted = {Strata.rounded(test * table.rowCount())};
        return Parts.drawn(Strata.one(table.rowCount()), wanted, seed).of(table, divided(table) + " leave none");
    }

    private SplitData divideStrata(Table table, Column column) {
        Strata strata = Strata.of(column);
        String why = divided(table) + " and stratify \"" + column.name() + "\" leave none";
        return Parts.drawn(strata, strata.shares(test), seed).of(table, why);
    }

    private String divided(Table table) {
        return table.rowCount() + " rows divided by test " + test;
    }

    private static SplitData divideBy(Table table, Column column) {
        Table others = table.drop(List.of(column.name()));
        return Parts.said(column).of(others, "column \"" + column.name() + "\" says so for no row");
    }

    private SplitData divideTimes(Table table, Column column) {
        Parts parts = Parts.latest(Moments.of(column), test);
        return parts.of(table, "column \"" + column.name() + "\" holds one time only");
    }

    private SplitData divideGroups(Table table, Column column) {
        Parts parts = Parts.grouped(Strata.known(column, "group"), test, seed);
        return parts.of(table, "column \"" + column.name() + "\" holds one group only");
    }
}
