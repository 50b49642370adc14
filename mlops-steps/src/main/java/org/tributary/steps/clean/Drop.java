package org.tributary.steps.clean;

import java.util.List;
import org.tributary.table.Table;

/**
 * Leaves columns out.
 *
 * @param columns their names; each must be there
 */
public record Drop(List<String> columns) implements CleanOperation {

    /** Copies the list. */
    public Drop {
        columns = List.copyOf(columns);
    }

    /** Leaves these columns out. */
    public static Drop of(List<String> columns) {
        return new Drop(columns);
    }

    /** Leaves these columns out. */
    public static Drop columns(String... columns) {
        return new Drop(List.of(columns));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, columns, this);
        return table.drop(columns);
    }
}
