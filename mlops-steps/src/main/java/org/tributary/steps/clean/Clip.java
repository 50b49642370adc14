package org.tributary.steps.clean;

import java.util.List;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

/**
 * Brings numbers below a least one up to it, and those above a greatest one down to it. The column keeps its type, so whole
 * numbers go to the nearest whole one within the bounds; missing stays missing.
 *
 * @param column the column; it must be there and hold numbers or whole numbers
 * @param min the least value; minus infinity, no limit, by default
 * @param max the greatest value, at least {@code min}; infinity, no limit, by default
 */
public record Clip(
        @Setting(doc = "The column of numbers.") String column,
        @Setting(doc = "The least value.") double min,
        @Setting(doc = "The greatest value.") double max)
        implements CleanOperation {

    /** Checks the bounds. */
    public Clip {
        Bounds.check("clip", column, min, max);
    }

    /** Limits nothing yet. */
    public static Clip of(String column) {
        return new Clip(column, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Brings the column's numbers between these two. */
    public static Clip of(String column, double min, double max) {
        return new Clip(column, min, max);
    }

    /** With another least value. */
    public Clip withMin(double min) {
        return new Clip(column, min, max);
    }

    /** With another greatest value. */
    public Clip withMax(double max) {
        return new Clip(column, min, max);
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        Column clipped = table.column(column) instanceof WholeColumn wholes
                ? clipped(wholes, new Bounds(min, max))
                : clipped(table.numbers(column));
        return table.with(clipped);
    }

    private NumberColumn clipped(NumberColumn numbers) {
        double[] values = numbers.toArray();
        for (int row = 0; row < values.length; row++) {
            values[row] = Math.max(min, Math.min(max, values[row])); // NaN, a missing value, stays NaN
        }
        return NumberColumn.of(column, values);
    }

    private Column clipped(WholeColumn wholes, Bounds bounds) {
        if (!bounds.hasWhole()) {
            throw new PipelineException("[CLEAN_BOUNDS] clean operation clip on column \"" + column
                    + "\": it holds whole numbers, and none lies between " + min + " and " + max
                    + ". Widen the bounds, or convert the column to number.");
        }
        WholeColumn.Builder builder = WholeColumn.builder(column);
        return Rows.filled(
                wholes.size(),
                wholes::isMissing,
                builder,
                row -> builder.add(Math.max(bounds.least(), Math.min(bounds.greatest(), wholes.value(row)))));
    }
}
