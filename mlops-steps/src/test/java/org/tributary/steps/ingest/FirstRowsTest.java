package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

class FirstRowsTest {

    @Test
    void of_eachRow_isTheFirstWithItsValue() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int rows : new int[] {0, 1, 2, 3, 1000, 5000}) {
            long[] wholes =
                    random.longs(rows, 0, 1 + rows).map(value -> value << 40).toArray();
            double[] numbers = random.ints(rows, 0, 1 + rows)
                    .mapToDouble(value -> value / 8.0)
                    .toArray();
            String[] texts =
                    random.ints(rows, 0, 50).mapToObj(value -> "t" + value).toArray(String[]::new);
            Boolean[] truths =
                    random.ints(rows, 0, 2).mapToObj(value -> value == 0).toArray(Boolean[]::new);
            for (Column column : List.of(
                    WholeColumn.of("w", wholes),
                    NumberColumn.of("n", numbers),
                    TextColumn.of("t", texts),
                    BooleanColumn.of("b", truths))) {
                assertFirst("seed " + seed + " " + rows + " rows, " + column.name(), column);
            }
        }
    }

    private static void assertFirst(String about, Column column) {
        FirstRows rows = new FirstRows(column);
        Map<String, Integer> known = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            known.putIfAbsent(column.text(row), row);
            assertThat(rows.of(row)).as(about).isEqualTo(known.get(column.text(row)));
        }
    }

    @Test
    void of_zerosOfTwoSigns_areTwoValues() {
        FirstRows rows = new FirstRows(NumberColumn.of("n", 0.0, -0.0, 0.0));
        assertThat(rows.of(0)).isZero();
        assertThat(rows.of(1)).isEqualTo(1);
        assertThat(rows.of(2)).isZero();
    }
}
