package org.tributary.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/** Looks through the rows of a column. */
enum Profiling implements ColumnCases<ColumnProfile> {
    COLUMN;

    private static final int TEXT_SHOWN = 100;

    @Override
    public ColumnProfile numbers(NumberColumn column) {
        SpreadSoFar spread = new SpreadSoFar();
        LongCounts counts = new LongCounts(ColumnProfile.DISTINCT_CAP);
        for (int row = 0; row < column.size(); row++) {
            double value = column.value(row);
            if (!Double.isNaN(value)) {
                spread.add(value);
                counts.add(Double.doubleToLongBits(value));
            }
        }
        LongFunction<String> text = bits -> NumberText.of(Double.longBitsToDouble(bits));
        return counted(column, spread.count(), counts, spread.result(), Optional.empty(), text);
    }

    @Override
    public ColumnProfile wholes(WholeColumn column) {
        SpreadSoFar spread = new SpreadSoFar();
        LongCounts counts = new LongCounts(ColumnProfile.DISTINCT_CAP);
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                spread.add(column.value(row));
                counts.add(column.value(row));
            }
        }
        return counted(column, spread.count(), counts, spread.result(), Optional.empty(), Long::toString);
    }

    @Override
    public ColumnProfile times(TimeColumn column) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int count = 0;
        LongCounts counts = new LongCounts(ColumnProfile.DISTINCT_CAP);
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                first = Math.min(first, column.value(row));
                last = Math.max(last, column.value(row));
                counts.add(column.value(row));
                count++;
            }
        }
        Optional<TimeRange> range = count == 0
                ? Optional.empty()
                : Optional.of(new TimeRange(TimeColumn.textOf(first), TimeColumn.textOf(last)));
        return counted(column, count, counts, Optional.empty(), range, TimeColumn::textOf);
    }

    @Override
    public ColumnProfile text(TextColumn column) {
        int[] counts = new int[column.dictionary().size()];
        int missing = 0;
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code == TextColumn.MISSING) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        return categories(column, counts, missing, column.dictionary()::get);
    }

    @Override
    public ColumnProfile booleans(BooleanColumn column) {
        int[] counts = new int[3];
        for (int row = 0; row < column.size(); row++) {
            counts[column.state(row)]++;
        }
        int missing = counts[BooleanColumn.MISSING];
        counts[BooleanColumn.MISSING] = 0;
        return categories(column, counts, missing, state -> Boolean.toString(state == BooleanColumn.TRUE));
    }

    private static ColumnProfile counted(
            Column column,
            int count,
            LongCounts counts,
            Optional<Spread> spread,
            Optional<TimeRange> range,
            LongFunction<String> text) {
        return new ColumnProfile(
                column.name(),
                column.type(),
                count,
                column.size() - count,
                counts.distinct(),
                spread,
                range,
                top(values(counts, text)));
    }

    private static ColumnProfile categories(Column column, int[] counts, int missing, IntFunction<String> text) {
        List<TopValue> used = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                used.add(new TopValue(text.apply(i), counts[i]));
            }
        }
        return new ColumnProfile(
                column.name(),
                column.type(),
                column.size() - missing,
                missing,
                used.size(),
                Optional.empty(),
                Optional.empty(),
                top(used));
    }

    private static List<TopValue> top(List<TopValue> values) {
        return values.stream()
                .sorted(Comparator.comparingLong(TopValue::count).reversed().thenComparing(TopValue::value))
                .limit(ColumnProfile.TOP)
                .map(value -> new TopValue(cut(value.value()), value.count()))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= TEXT_SHOWN ? text : text.substring(0, TEXT_SHOWN - 3) + "...";
    }

    private static List<TopValue> values(LongCounts counts, LongFunction<String> text) {
        List<TopValue> values = new ArrayList<>();
        if (!counts.isFull()) {
            counts.forEach((value, count) -> values.add(new TopValue(text.apply(value), count)));
        }
        return values;
    }

    /** Least, greatest, mean and deviation in one pass, by Welford's method. */
    private static final class SpreadSoFar {
        private int count;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            double distance = value - mean;
            mean += distance / count;
            squares += distance * (value - mean);
        }

        int count() {
            return count;
        }

        Optional<Spread> result() {
            double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
            return count == 0 ? Optional.empty() : Optional.of(new Spread(min, max, mean, deviation));
        }
    }
}
