package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
 * parts. <b>Warns</b> of a text column whose categories are more than half as many as the rows, unless n-grams of it are
 * counted.
 *
 * @param target the name of the column to find
 * @param columns what to learn from; empty is every column but the target
 * @param impute what stands in for a missing number; the median by default
 * @param indicate whether a column of numbers or booleans with missing values in the training part gets a feature
 *     {@code column#missing}, which is 1 in the rows without a value and else 0; not by default
 * @param scale how numbers are brought to one size; mean 0 and standard deviation 1 by default
 * @param encode how text becomes numbers; one feature for each category by default
 * @param overrides other settings for some columns; a column may be in one of them only
 */
public record Prepare(
        @Setting(doc = "The column to find.") String target,

        @Setting(doc = "What to learn from; empty is every column but the target.")
        List<String> columns,

        @Setting(doc = "What stands in for a missing number.")
        Impute impute,

        @Setting(doc = "Whether a feature tells that a number or boolean was missing.")
        boolean indicate,

        @Setting(doc = "How numbers are brought to one size.")
        Scale scale,

        @Setting(doc = "How text becomes numbers.") Encode encode,

        @Setting(doc = "Other settings for some columns.") List<ForColumns> overrides)
        implements Step<Table, Prepared> {

    /** Copies the lists, and refuses the target among the columns, or one of them twice. */
    public Prepare {
        columns = List.copyOf(columns);
        if (columns.contains(target)) {
            throw Faults.targetIsFeature(target);
        }
        unique(columns, Faults::columnTwice);
        overrides = List.copyOf(overrides);
        unique(overrides.stream().flatMap(some -> some.columns().stream()).toList(), Faults::overriddenTwice);
    }

    private static void unique(List<String> columns, Function<String, PipelineException> fault) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw fault.apply(column);
            }
        }
    }

    /** Every column but the target; median, standard scaling, one feature for each category. */
    public static Prepare of(String target) {
        return new Prepare(
                target,
                List.of(),
                new Impute.Median(),
                false,
                new Scale.Standard(),
                Encode.OneHot.defaults(),
                List.of());
    }

    /** The same with another target. */
    public Prepare withTarget(String target) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with other columns to learn from. */
    public Prepare withColumns(List<String> columns) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with other columns to learn from. */
    public Prepare withColumns(String... columns) {
        return withColumns(List.of(columns));
    }

    /** The same with another stand-in for missing numbers. */
    public Prepare withImpute(Impute impute) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with features for what was missing, or without. */
    public Prepare withIndicate(boolean indicate) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with another scaling. */
    public Prepare withScale(Scale scale) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with another encoding. */
    public Prepare withEncode(Encode encode) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with other settings for some columns. */
    public Prepare withOverrides(List<ForColumns> overrides) {
        return new Prepare(target, columns, impute, indicate, scale, encode, overrides);
    }

    /** The same with other settings for some columns. */
    public Prepare withOverrides(ForColumns... overrides) {
        return withOverrides(List.of(overrides));
    }

    /**
     * Fits the preparation on a table.
     *
     * @throws PipelineException the target or a column is missing or cannot be used; one fault, the first found
     */
    @Override
    public Prepared run(Table table, StepContext context) {
        Preparation preparation = fit(table, context);
        Table inputs = table.select(inputs(table));
        Table labels = table.select(List.of(target));
        return new Prepared(preparation, inputs, labels, TableProfile.of(inputs.with(table.column(target))));
    }

    private Preparation fit(Table table, StepContext context) {
        Preparation preparation = fit(table);
        for (InputColumn column : preparation.columns()) {
            warnOfMany(table.column(column.name()), settings(column.name()).encode(), context);
        }
        return preparation;
    }

    /**
     * Fits the preparation alone, without the profile of the table that a model keeps, and without warnings.
     *
     * @throws PipelineException the target or a column is missing or cannot be used; one fault, the first found
     */
    public Preparation fit(Table table) {
        if (table.rowCount() == 0) {
            throw Faults.emptyTable();
        }
        checkTarget(table);
        Table inputs = table.select(inputs(table));
        checkOverrides(inputs);
        List<FittedColumn> fitted = new ArrayList<>();
        double[] room = new double[table.rowCount()];
        for (Column column : inputs.columns()) {
            fitted.add(column.fold(new Fitting(settings(column.name()), room)));
        }
        return new Preparation(target, fitted);
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

    private void checkOverrides(Table inputs) {
        for (ForColumns some : overrides) {
            for (String name : some.columns()) {
                Column column =
                        inputs.find(name).orElseThrow(() -> Faults.overrideOfNoInput(name, inputs.columnNames()));
                some.useless(column instanceof TextColumn).ifPresent(setting -> {
                    throw Faults.uselessOverride(name, setting, column.type().label());
                });
            }
        }
    }

    private ColumnSettings settings(String column) {
        ColumnSettings all = new ColumnSettings(impute, indicate, scale, encode);
        return overrides.stream()
                .filter(some -> some.columns().contains(column))
                .findFirst()
                .map(all::with)
                .orElse(all);
    }

    private static void warnOfMany(Column column, Encode encode, StepContext context) {
        if (column instanceof TextColumn text && !(encode instanceof Encode.NGrams)) {
            int categories = text.values().size();
            if (categories * 2L > text.size()) {
                context.warn(Faults.manyForTheRows(text.name(), categories, text.size()));
            }
        }
    }
}
