package org.tributary.steps.clean;

import java.util.List;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * Drops the rows that equal an earlier one; missing equals missing.
 *
 * @param by the columns that are compared; all columns if there are none, the default
 */
public record Duplicates(List<String> by) implements CleanOperation {

    /** Copies the list. */
    public Duplicates {
        by = List.copyOf(by);
    }

    /** Drops the rows that equal an earlier one in all columns. */
    public static Duplicates defaults() {
        return new Duplicates(List.of());
    }

    /** Drops the rows that equal an earlier one in these columns. */
    public static Duplicates by(String... columns) {
        return new Duplicates(List.of(columns));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, by, this);
        List<Column> compared =
                by.isEmpty() ? table.columns() : by.stream().map(table::column).toList();
        RowGroups groups = new RowGroups(table.rowCount());
        compared.forEach(groups::divideBy);
        int[] firsts = groups.firsts();
        return firsts.length == table.rowCount() ? table : table.rows(firsts);
    }
}
