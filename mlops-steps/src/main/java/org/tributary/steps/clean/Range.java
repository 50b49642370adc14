package org.tributary.steps.clean;

import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

/**
 * Takes numbers outside a range out: their rows are dropped, or they become missing. A value that is missing already is in no
 * way outside, its row stays.
 *
 * @param column the column; it must be there and hold numbers or whole numbers
 * @param min the least value that may stay; minus infinity, no limit, by default
 * @param max the greatest value that may stay, at least {@code min}; infinity, no limit, by default
 * @param outside what a value outside does; drops its row by default
 */
public record Range(
        @Setting(doc = "The column of numbers.") String column,
        @Setting(doc = "The least value that may stay.") double min,
        @Setting(doc = "The greatest value that may stay.") double max,
        @Setting(doc = "What a value outside does.") Outside outside)
        implements CleanOperation {

    /** Checks the bounds. */
    public Range {
        Objects.requireNonNull(outside, "outside");
        Bounds.check("range", column, min, max);
    }

    /** Limits nothing yet; values outside will drop their rows. */
    public static Range of(String column) {
        return of(column, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Drops the rows whose number is not between these two. */
    public static Range of(String column, double min, double max) {
        return new Range(column, min, max, Outside.DROP);
    }

    /** With another least value. */
    public Range withMin(double min) {
        return new Range(column, min, max, outside);
    }

    /** With another greatest value. */
    public Range withMax(double max) {
        return new Range(column, min, max, outside);
    }

    /** With something else that a value outside does. */
    public Range withOutside(Outside outside) {
        return new Range(column, min, max, outside);
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        IntPredicate inside = inside(table);
        return outside == Outside.DROP ? dropped(table, inside) : table.with(emptied(table.column(column), inside));
    }

    /** Which rows hold a number within the bounds, whatever it says of missing ones. */
    private IntPredicate inside(Table table) {
        Bounds bounds = new Bounds(min, max);
        if (table.column(column) instanceof WholeColumn wholes) {
            return row -> bounds.has(wholes.value(row));
        }
        NumberColumn numbers = table.numbers(column);
        return row -> bounds.has(numbers.value(row));
    }

    private Table dropped(Table table, IntPredicate inside) {
        Column checked = table.column(column);
        return Rows.kept(table, row -> checked.isMissing(row) || inside.test(row));
    }

    private static Column emptied(Column checked, IntPredicate inside) {
        IntPredicate missing = row -> checked.isMissing(row) || !inside.test(row);
        if (checked instanceof WholeColumn wholes) {
            WholeColumn.Builder builder = WholeColumn.builder(checked.name());
            return Rows.filled(checked.size(), missing, builder, row -> builder.add(wholes.value(row)));
        }
        NumberColumn.Builder builder = NumberColumn.builder(checked.name());
        NumberColumn numbers = (NumberColumn) checked;
        return Rows.filled(checked.size(), missing, builder, row -> builder.add(numbers.value(row)));
    }

    /** What a value outside the range does. */
    public enum Outside {
        /** Its row is dropped. */
        DROP,
        /** It becomes missing. */
        MISSING
    }
}
