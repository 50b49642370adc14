package org.tributary.table;

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

    @Override
    public ColumnProfile numbers(NumberColumn column) {
        ColumnKeys keys = column.keys();
        return numbers(column, keys, key -> NumberText.of(keys.numberOf(key)));
    }

    @Override
    public ColumnProfile wholes(WholeColumn column) {
        return numbers(column, column.keys(), Long::toString);
    }

    private static ColumnProfile numbers(Column column, ColumnKeys keys, LongFunction<String> text) {
        KeyProfile profile = KeyProfile.of(keys, text);
        return ordered(column, profile, profile.spread(), Optional.empty());
    }

    @Override
    public ColumnProfile times(TimeColumn column) {
        KeyProfile profile = KeyProfile.of(column.keys(), TimeColumn::textOf);
        return ordered(column, profile, Optional.empty(), profile.times());
    }

    private static ColumnProfile ordered(
            Column column, KeyProfile profile, Optional<Spread> numbers, Optional<TimeRange> times) {
        return new ColumnProfile(
                column.name(),
                column.type(),
                profile.scan().count(),
                column.size() - profile.scan().count(),
                profile.distinct(),
                numbers,
                times,
                profile.quantiles(),
                profile.histogram(),
                profile.top());
    }

    @Override
    public ColumnProfile text(TextColumn column) {
        int[] counts = column.counts();
        IntFunction<String> text = column.dictionary()::get;
        return categories(column, counts, MostFrequent.ofTexts(counts, text));
    }

    @Override
    public ColumnProfile booleans(BooleanColumn column) {
        int[] counts = column.counts();
        IntFunction<String> text = state -> Boolean.toString(state == BooleanColumn.TRUE);
        return categories(column, counts, MostFrequent.ofOrdered(counts, text));
    }

    private static ColumnProfile categories(Column column, int[] counts, List<TopValue> top) {
        long count = 0;
        int distinct = 0;
        for (int each : counts) {
            count += each;
            distinct += each > 0 ? 1 : 0;
        }
        return new ColumnProfile(
                column.name(),
                column.type(),
                count,
                column.size() - count,
                distinct,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                top);
    }
}
