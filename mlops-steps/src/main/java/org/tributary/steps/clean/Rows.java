package org.tributary.steps.clean;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tributary.table.Column;
import org.tributary.table.ColumnBuilder;
import org.tributary.table.Table;

/** What several operations do row by row. */
final class Rows {
    private Rows() {}

    /** The rows that may stay; the table itself if all may. */
    static Table kept(Table table, IntPredicate stays) {
        int[] kept = IntStream.range(0, table.rowCount()).filter(stays).toArray();
        return kept.length == table.rowCount() ? table : table.rows(kept);
    }

    /** A column with as many rows: a missing value where a row has none, else what the row adds to the builder. */
    static Column filled(int rows, IntPredicate missing, ColumnBuilder builder, IntConsumer add) {
        for (int row = 0; row < rows; row++) {
            if (missing.test(row)) {
                builder.addMissing();
            } else {
                add.accept(row);
            }
        }
        return builder.build();
    }
}
