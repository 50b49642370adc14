package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

/**
 * Learns how to turn the columns of the training part into numbers: fills missing values, scales, encodes categories.
 *
 * <p>Give it the training part only, so that nothing leaks from the test part. The target is never imputed, scaled or encoded.
 * Numbers are imputed, then scaled. Booleans become 0 and 1; a missing one counts as the more frequent value (false if both
 * are), or is an error with {@link Impute.None}. Text is encoded. Dates and times are refused: {@code clean} turns them into
 * parts. <b>Warns</b> of a text column whose categories are more than half as many as the rows.
 *
 * @param target the name of the column to find
 * @param columns what to learn from; empty is every column but the target
 * @param impute what stands in for a missing number; the median by default
 * @param scale how numbers are brought to one size; mean 0 and standard deviation 1 by default
 * @param encode how text becomes numbers; one feature for each category by default
 */
public record Prepare(
        @Setting(doc = "The column to find.") String target,

        @Setting(doc = "What to learn from; empty is every column but the target.")
        List<String> columns,

        @Setting(doc = "What stands in for a missing number.")
        Impute impute,

        @Setting(doc = "How numbers are brought to one size.")
        Scale scale,

        @Setting(doc = "How text becomes numbers.") Encode encode)
        implements Step<Table, Prepared> {

    /** Copies the list, and refuses the target among the columns, or one of them twice. */
    public Prepare {
        columns = List.copyOf(columns);
        if (columns.contains(target)) {
            throw Faults.targetIsFeature(target);
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw Faults.columnTwice(column);
            }
        }
    }

    /** Every column but the target; median, standard scaling, one feature for each category. */
    public static Prepare of(String target) {
        return new Prepare(target, List.of(), new Impute.Median(), new Scale.Standard(), Encode.OneHot.defaults());
    }

    /** The same with another target. */
    public Prepare withTarget(String target) {
        return new Prepare(target, columns, impute, scale, encode);
    }

    /** The same with other columns to learn from. */
    public Prepare withColumns(List<String> columns) {
        return new Prepare(target, columns, impute, scale, encode);
    }

    /** The same with other columns to learn from. */
    public Prepare withColumns(String... columns) {
        return withColumns(List.of(columns));
    }

    /** The same with another stand-in for missing numbers. */
    public Prepare withImpute(Impute impute) {
        return new Prepare(target, columns, impute, scale, encode);
    }

    /** The same with another scaling. */
    public Prepare withScale(Scale scale) {
        return new Prepare(target, columns, impute, scale, encode);
    }

    /** The same with another encoding. */
    public Prepare withEncode(Encode encode) {
        return new Prepare(target, columns, impute, scale, encode);
    }

    /**
     * Fits the preparation on a table.
     *
     * @throws PipelineException the target or a column is missing or cannot be used; one fault, the first found
     */
    @Override
    public Prepared run(Table table, StepContext context) {
        if (table.rowCount() == 0) {
            throw Faults.emptyTable();
        }
        checkTarget(table);
        Table inputs = table.select(inputs(table));
        List<FittedColumn> fitted = new ArrayList<>();
        for (Column column : inputs.columns()) {
            fitted.add(column.fold(new Fitting(this)));
            warnOfMany(column, context);
        }
        Table labels = table.select(List.of(target));
        return new Prepared(
                new Preparation(target, fitted), inputs, labels, TableProfile.of(inputs.with(table.column(target))));
    }

    private void checkTarget(Table table) {
        Column column = table.find(target).orElseThrow(() -> Faults.noTarget(target, table.columnNames()));
        if (!(column instanceof TextColumn || column instanceof BooleanColumn || column instanceof WholeColumn)) {
            throw Faults.targetType(target, column.type().label());
        }
        int missing = column.missingCount();
        if (missing > 0) {
            throw Faults.missingTarget(target, missing, table.rowCount());
        }
        String first = column.text(0);
        for (int row = 1; row < column.size(); row++) {
            if (!column.text(row).equals(first)) {
                return;
            }
        }
        throw Faults.oneClass(target, first, table.rowCount());
    }

    private List<String> inputs(Table table) {
        for (String column : columns) {
            if (!table.has(column)) {
                throw Faults.noColumn(column, table.columnNames());
            }
        }
        List<String> inputs = new ArrayList<>(columns.isEmpty() ? table.columnNames() : columns);
        inputs.remove(target);
        if (inputs.isEmpty()) {
            throw Faults.noFeatures(target);
        }
        return inputs;
    }

    private static void warnOfMany(Column column, StepContext context) {
        if (column instanceof TextColumn text) {
            int categories = text.values().size();
            if (categories * 2L > text.size()) {
                context.warn(Faults.manyForTheRows(text.name(), categories, text.size()));
            }
        }
    }
}
