package org.tributary.steps.split;

import java.util.stream.IntStream;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnCases;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** Times or numbers as whole numbers of the same order. */
final class Moments implements ColumnCases<long[]> {
    private static final Moments CASES = new Moments();

    private Moments() {}

    /** One of each row, earlier ones smaller, equal ones equal. */
    static long[] of(Column column) {
        long[] moments = column.fold(CASES);
        Strata.requireAll(column, "time");
        return moments;
    }

    @Override
    public long[] numbers(NumberColumn column) {
        return IntStream.range(0, column.size())
                .mapToLong(row -> ordered(column.value(row)))
                .toArray();
    }

    /** The bits of a number in the order of the numbers: those of negative ones grow the other way. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    @Override
    public long[] wholes(WholeColumn column) {
        return IntStream.range(0, column.size()).mapToLong(column::value).toArray();
    }

    @Override
    public long[] times(TimeColumn column) {
        return IntStream.range(0, column.size()).mapToLong(column::value).toArray();
    }

    @Override
    public long[] text(TextColumn column) {
        throw noTime(column);
    }

    @Override
    public long[] booleans(BooleanColumn column) {
        throw noTime(column);
    }

    private static PipelineException noTime(Column column) {
        return new PipelineException("[SPLIT_NOT_A_TIME] column \"" + column.name() + "\" holds type "
                + column.type().label() + ", which has no earlier and later: time needs type time, whole or number."
                + " Convert it before the split.");
    }
}
