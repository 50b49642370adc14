package org.tributary.steps.clean;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tributary.table.Column;
import org.tributary.table.ValueBits;

/** Groups of equal rows, divided further by one column after another. */
final class RowGroups {
    private final int[] groupOfRow;
    private int count = 1;

    /** One group of all rows. */
    RowGroups(int rows) {
        this.groupOfRow = new int[rows];
    }

    void divideBy(Column column) {
        IntToLongFunction values = ValueBits.of(column);
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
}
