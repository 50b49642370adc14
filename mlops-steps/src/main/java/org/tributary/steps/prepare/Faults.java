package org.tributary.steps.prepare;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnNames;

/** The wording of every mistake that preparing can find. */
final class Faults {

    /** The row of a value that came alone. */
    static final int NO_ROW = -1;

    private static final int SHOWN = 40;

    private Faults() {}

    static PipelineException emptyTable() {
        return fault(
                "PREPARE_EMPTY_TABLE",
                "the training part has no rows. Check what clean removes and how split divides.");
    }

    static PipelineException noTarget(String target, Collection<String> columns) {
        return fault(
                "PREPARE_NO_TARGET",
                "the table has no target column %s: columns are %s.%s",
                quoted(target),
                ColumnNames.list(columns),
                ColumnNames.didYouMean(target, columns));
    }

    static PipelineException missingTarget(String target, int missing, int rows) {
        return fault(
                "PREPARE_MISSING_TARGET",
                "%d of %d training rows have no value in the target column %s. Remove such rows before the split.",
                missing,
                rows,
                quoted(target));
    }

    static PipelineException targetType(String target, String type) {
        return fault(
                "PREPARE_TARGET_TYPE",
                "the target column %s is of type %s: classes are text, boolean or whole numbers. Convert it in clean.",
                quoted(target),
                type);
    }

    static PipelineException oneClass(String target, String label, int rows) {
        return fault(
                "PREPARE_ONE_CLASS",
                "the target column %s holds %s in each of the %d training rows: there is nothing to tell apart. Check the"
                        + " target, and what clean and split leave of it.",
                quoted(target),
                quoted(label),
                rows);
    }

    static PipelineException targetIsFeature(String target) {
        return fault(
                "PREPARE_TARGET_IS_FEATURE",
                "columns names the target %s: a model may not see what it is to find. Remove it from columns.",
                quoted(target));
    }

    static PipelineException noColumn(String column, Collection<String> columns) {
        return fault(
                "PREPARE_NO_COLUMN",
                "the table has no column %s: columns are %s.%s",
                quoted(column),
                ColumnNames.list(columns),
                ColumnNames.didYouMean(column, columns));
    }

    static PipelineException columnTwice(String column) {
        return fault("PREPARE_COLUMN_TWICE", "columns names %s twice. Remove one.", quoted(column));
    }

    static PipelineException noFeatures(String target) {
        return fault(
                "PREPARE_NO_FEATURES",
                "the table has no column besides the target %s. Keep at least one to learn from.",
                quoted(target));
    }

    static PipelineException timeColumn(String column) {
        return fault(
                "PREPARE_TIME_COLUMN",
                "column %s holds dates or times, which are no feature as they are. Turn it into parts in clean, or leave it"
                        + " out of columns.",
                quoted(column));
    }

    static PipelineException allMissing(String column, int rows) {
        return fault(
                "PREPARE_ALL_MISSING",
                "column %s has no value in any of the %d training rows. Drop it in clean, or leave it out of columns.",
                quoted(column),
                rows);
    }

    static PipelineException manyCategories(String column, int categories, int limit) {
        return fault(
                "PREPARE_MANY_CATEGORIES",
                "column %s has %d categories, more than %d: one feature each would be too many. Drop it in clean, leave it"
                        + " out of columns, or group rare categories with rare.",
                quoted(column),
                categories,
                limit);
    }

    static String manyForTheRows(String column, int categories, int rows) {
        return "column " + quoted(column) + " has " + categories + " categories in " + rows
                + " training rows: a model may learn single rows by heart. If it is a name or an id, leave it out of columns.";
    }

    static PipelineException featureClash(String feature) {
        return fault(
                "PREPARE_FEATURE_CLASH",
                "two features would be named %s. Rename the column or the category that gives it.",
                quoted(feature));
    }

    static PipelineException missingToFit(String column, String setting, int missing, int rows) {
        return fault(
                "PREPARE_MISSING_VALUE",
                "column %s has no value in %d of %d training rows, and %s allows none. Set %s to fill them, or remove the rows.",
                quoted(column),
                missing,
                rows,
                setting,
                setting);
    }

    static PipelineException missingValue(String column, String setting, int row) {
        return fault(
                "PREPARE_MISSING_VALUE",
                "column %s has no value%s, and the model was prepared with %s that allows none. Give a value, or prepare with"
                        + " another %s.",
                quoted(column),
                inRow(row),
                setting,
                setting);
    }

    static PipelineException notFinite(String column, double value, int row) {
        return fault(
                "PREPARE_NOT_FINITE",
                "column %s holds %s%s, which is no finite number after scaling. Set a range in clean.",
                quoted(column),
                value,
                inRow(row));
    }

    static PipelineException notFiniteFit(String column) {
        return fault(
                "PREPARE_NOT_FINITE",
                "column %s holds infinite or too large numbers: their mean or spread is no finite number. Set a range in clean.",
                quoted(column));
    }

    static PipelineException unknownCategory(String column, String category, Collection<String> known, int row) {
        Collection<String> sorted = new TreeSet<>(known);
        return fault(
                "PREPARE_UNKNOWN_CATEGORY",
                "column %s holds %s%s, which the training part did not have: it had %s.%s Prepare with another rule for"
                        + " unknown categories to accept it.",
                quoted(column),
                quoted(category),
                inRow(row),
                ColumnNames.list(sorted),
                ColumnNames.didYouMean(category, sorted));
    }

    static PipelineException wrongColumn(String column, String wanted, String type) {
        return fault(
                "PREPARE_WRONG_TYPE",
                "column %s is of type %s, and was of type %s in the training part. Convert it in clean.",
                quoted(column),
                type,
                wanted);
    }

    static PipelineException wrongValue(String column, String wanted, Object value) {
        return fault(
                "PREPARE_WRONG_TYPE",
                "column %s takes a %s, not %s of type %s.",
                quoted(column),
                wanted,
                quoted(String.valueOf(value)),
                value.getClass().getSimpleName());
    }

    static PipelineException noValue(String column, Collection<String> names) {
        return fault(
                "PREPARE_NO_VALUE",
                "the row has no %s: it has %s.%s Give null for a missing value.",
                quoted(column),
                ColumnNames.list(new TreeSet<>(names)),
                ColumnNames.didYouMean(column, names));
    }

    static PipelineException constantNotFinite(double value) {
        return fault("PREPARE_CONSTANT", "impute cannot fill with %s: the constant must be a finite number.", value);
    }

    static PipelineException rareShare(double share) {
        return fault("PREPARE_RANGE", "min-share is %s: it must be from 0 to 1. Set another.", share);
    }

    static void checkBetween(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            String range = max == Integer.MAX_VALUE ? "at least " + min : "from " + min + " to " + max;
            throw fault("PREPARE_RANGE", "%s is %d: it must be %s. Set another.", setting, value, range);
        }
    }

    static PipelineException forNoColumns() {
        return fault("PREPARE_OVERRIDE", "an entry of overrides names no columns. Name at least one.");
    }

    static PipelineException overriddenTwice(String column) {
        return fault(
                "PREPARE_OVERRIDE",
                "overrides names the column %s twice. Write its settings in one entry.",
                quoted(column));
    }

    static PipelineException overrideOfNoInput(String column, Collection<String> inputs) {
        return fault(
                "PREPARE_OVERRIDE",
                "overrides names %s, from which nothing is learnt: columns are %s.%s",
                quoted(column),
                ColumnNames.list(inputs),
                ColumnNames.didYouMean(column, inputs));
    }

    static PipelineException uselessOverride(String column, String setting, String type) {
        return fault(
                "PREPARE_OVERRIDE",
                "overrides sets %s for the column %s of type %s, which has no use for it. Remove it.",
                setting,
                quoted(column),
                type);
    }

    static PipelineException noGrams(String column) {
        return fault(
                "PREPARE_NO_NGRAMS",
                "no text of column %s holds a token in the training part. Encode it in another way, or leave it out of"
                        + " columns.",
                quoted(column));
    }

    private static String inRow(int row) {
        return row == NO_ROW ? "" : " in row " + (row + 1L);
    }

    private static String quoted(String text) {
        return text.length() <= SHOWN ? "\"" + text + "\"" : "\"" + text.substring(0, SHOWN) + "...\"";
    }

    private static PipelineException fault(String id, String text, Object... values) {
        return new PipelineException(
                "[" + id + "] " + (values.length == 0 ? text : String.format(Locale.ROOT, text, values)));
    }
}
