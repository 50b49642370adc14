package org.tributary.steps.clean;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.ColumnBuilder;
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
        int[] kept = IntStream.range(0, table.rowCount())
                .filter(row -> checked.isMissing(row) || inside.test(row))
                .toArray();
        return kept.length == table.rowCount() ? table : table.rows(kept);
    }

    private static Column emptied(Column checked, IntPredicate inside) {
        if (checked instanceof WholeColumn wholes) {
            WholeColumn.Builder builder = WholeColumn.builder(checked.name());
            return emptied(checked, inside, builder, row -> builder.add(wholes.value(row)));
        }
        NumberColumn.Builder builder = NumberColumn.builder(checked.name());
        NumberColumn numbers = (NumberColumn) checked;
        return emptied(checked, inside, builder, row -> builder.add(numbers.value(row)));
    }

    private static Column emptied(Column checked, IntPredicate inside, ColumnBuilder builder, IntConsumer copy) {
        for (int row = 0; row < checked.size(); row++) {
            if (checked.isMissing(row) || !inside.test(row)) {
                builder.addMissing();
            } else {
                copy.accept(row);
            }
        }
        return builder.build();
    }

    /** What a value outside the range does. */
    public enum Outside {
        /** Its row is dropped. */
        DROP,
        /** It becomes missing. */
        MISSING
    }
}
