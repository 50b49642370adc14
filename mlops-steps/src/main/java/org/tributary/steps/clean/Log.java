package org.tributary.steps.clean;

import java.util.Arrays;
import java.util.List;
import org.tributary.pipeline.Setting;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * Adds the natural logarithms of a column, at the end: {@code Mass.log} for {@code Mass}. Missing gives missing, and so does
 * a number that has no logarithm, zero and all below it. The column itself stays.
 *
 * <p>The logarithm is that of {@link StrictMath}, the same on every machine. <b>Failure:</b> {@code TABLE_DUPLICATE_COLUMN}
 * if the new column is there already.
 *
 * @param column the column; it must be there and hold numbers or whole numbers
 */
public record Log(@Setting(doc = "The column of numbers.") String column) implements CleanOperation {

    /** Adds the logarithms of this column. */
    public static Log of(String column) {
        return new Log(column);
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        double[] logarithms = Arrays.stream(table.numbers(column).toArray())
                .map(value -> value > 0 ? StrictMath.log(value) : Double.NaN)
                .toArray();
        return Compute.added(table, NumberColumn.of(column + ".log", logarithms));
    }
}
