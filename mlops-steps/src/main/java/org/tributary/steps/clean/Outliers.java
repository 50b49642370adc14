package org.tributary.steps.clean;

import java.util.Arrays;
import java.util.List;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.table.NumberColumn;
import org.tributary.table.Quartiles;
import org.tributary.table.Table;

/**
 * Drops the rows whose number lies beyond Tukey's fences: more than {@code k} times the distance of the quartiles below the
 * lower or above the upper one.
 *
 * <p><b>Place it behind the split, on the training part:</b> a second clean step from {@code split.train}. Unlike the other
 * operations it looks at all rows; before the split it would choose training rows by what the test rows hold, and take the
 * hard rows out of the test part.
 *
 * <p>The quartiles are exact ones, {@link Quartiles}; nothing is sampled. Missing values have no part in them, and their
 * rows stay; so does a value on a fence.
 *
 * @param column the column; it must be there and hold numbers or whole numbers
 * @param k how far the fences are, in distances of the quartiles, finite and at least 0; 1.5 by default
 */
public record Outliers(
        @Setting(doc = "The column of numbers.") String column,

        @Setting(doc = "How far the fences are, in distances of the quartiles.", min = 0)
        double k)
        implements CleanOperation {

    /** Checks {@code k}. */
    public Outliers {
        if (!(k >= 0 && k < Double.POSITIVE_INFINITY)) {
            throw new PipelineException("[CLEAN_FENCES] clean operation outliers on column \"" + column + "\": k is "
                    + k + ". Set a finite number that is at least 0, such as 1.5.");
        }
    }

    /** Fences at 1.5 distances of the quartiles. */
    public static Outliers of(String column) {
        return new Outliers(column, 1.5);
    }

    /** With fences at another distance. */
    public Outliers withK(double k) {
        return new Outliers(column, k);
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        NumberColumn numbers = table.numbers(column);
        double[] present = Arrays.stream(numbers.toArray())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return present.length == 0 ? table : within(table, numbers, Quartiles.of(present));
    }

    private Table within(Table table, NumberColumn numbers, Quartiles quartiles) {
        double least = quartiles.lower() - k * quartiles.range();
        double greatest = quartiles.upper() + k * quartiles.range();
        return Rows.kept(table, row -> !(numbers.value(row) < least || numbers.value(row) > greatest));
    }
}
