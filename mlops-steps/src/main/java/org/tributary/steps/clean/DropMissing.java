package org.tributary.steps.clean;

import java.util.BitSet;
import java.util.List;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * Drops the rows in which a value is missing.
 *
 * @param columns the columns that must have a value; all columns if there are none, the default
 */
public record DropMissing(List<String> columns) implements CleanOperation {

    /** Copies the list. */
    public DropMissing {
        columns = List.copyOf(columns);
    }

    /** Drops the rows in which any value is missing. */
    public static DropMissing defaults() {
        return new DropMissing(List.of());
    }

    /** Drops the rows in which one of these columns has no value. */
    public static DropMissing in(String... columns) {
        return new DropMissing(List.of(columns));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, columns, this);
        List<Column> checked = columns.isEmpty()
                ? table.columns()
                : columns.stream().map(table::column).toList();
        BitSet dropped = new BitSet();
        checked.forEach(column -> addMissing(column, dropped));
        return Rows.kept(table, row -> !dropped.get(row));
    }

    private static void addMissing(Column column, BitSet rows) {
        int left = column.missingCount();
        for (int row = 0; left > 0; row++) {
            if (column.isMissing(row)) {
                rows.set(row);
                left--;
            }
        }
    }
}
