package org.tributary.steps.clean;

import java.util.List;
import org.tributary.table.Table;

/**
 * Keeps only some columns, in the order given.
 *
 * @param columns their names; each must be there
 */
public record Select(List<String> columns) implements CleanOperation {

    /** Copies the list. */
    public Select {
        columns = List.copyOf(columns);
    }

    /** Keeps these columns. */
    public static Select of(List<String> columns) {
        return new Select(columns);
    }

    /** Keeps these columns. */
    public static Select columns(String... columns) {
        return new Select(List.of(columns));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, columns, this);
        return table.select(columns);
    }
}
