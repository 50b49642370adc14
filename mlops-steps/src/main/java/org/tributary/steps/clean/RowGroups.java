package org.tributary.steps.clean;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnCases;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** Groups of equal rows, divided further by one column after another. */
final class RowGroups {
    private final int[] groupOfRow;
    private int count = 1;

    /** One group of all rows. */
    RowGroups(int rows) {
        this.groupOfRow = new int[rows];
    }

    void divideBy(Column column) {
        IntToLongFunction values = column.fold(Bits.OF_VALUE);
        Map<GroupedValue, Integer> groups = new HashMap<>();
        for (int row = 0; row < groupOfRow.length; row++) {
            GroupedValue value = new GroupedValue(groupOfRow[row], column.isMissing(row), values.applyAsLong(row));
            int next = groups.size();
            groupOfRow[row] = groups.computeIfAbsent(value, first -> next);
        }
        count = groups.size();
    }

    private record GroupedValue(int group, boolean missing, long bits) {}

    /** The first row of each group, in order. */
    int[] firsts() {
        BitSet seen = new BitSet(count);
        return IntStream.range(0, groupOfRow.length)
                .filter(row -> {
                    boolean first = !seen.get(groupOfRow[row]);
                    seen.set(groupOfRow[row]);
                    return first;
                })
                .toArray();
    }

    /** Numbers that are equal within a column where its values are; any for missing ones. */
    private enum Bits implements ColumnCases<IntToLongFunction> {
        OF_VALUE;

        @Override
        public IntToLongFunction numbers(NumberColumn column) {
            return row -> Double.doubleToLongBits(column.value(row));
        }

        @Override
        public IntToLongFunction wholes(WholeColumn column) {
            return column::value;
        }

        @Override
        public IntToLongFunction text(TextColumn column) {
            return column::code;
        }

        @Override
        public IntToLongFunction booleans(BooleanColumn column) {
            return row -> column.value(row) ? 1 : 0;
        }

        @Override
        public IntToLongFunction times(TimeColumn column) {
            return column::value;
        }
    }
}
