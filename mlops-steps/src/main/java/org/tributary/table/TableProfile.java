package org.tributary.table;

import java.util.List;

/**
 * What the rows of a table hold, column by column: a plain record that is logged, stored with models and compared.
 *
 * @param rows how many rows there were
 * @param columns in the order of the table
 */
public record TableProfile(long rows, List<ColumnProfile> columns) {

    /** Copies the list. */
    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** Looks at all rows of a table, each column once. */
    public static TableProfile of(Table table) {
        List<ColumnProfile> columns = table.columns().stream()
                .map(column -> column.<ColumnProfile>fold(Profiling.COLUMN))
                .toList();
        return new TableProfile(table.rowCount(), columns);
    }

    /** As JSON in UTF-8, with the fields in a fixed order: equal profiles give equal bytes. */
    public byte[] toJson() {
        return ProfileJson.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException it is something else
     */
    public static TableProfile fromJson(byte[] json) {
        return ProfileJson.read(json);
    }
}
