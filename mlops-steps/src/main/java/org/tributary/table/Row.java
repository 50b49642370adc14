package org.tributary.table;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of a table, a view that copies nothing. Names that the table does not have, and getters of another type than
 * the column's, are the errors of {@link Table}.
 */
public final class Row {
    private final Table table;
    private final int row;

    Row(Table table, int row) {
        this.table = table;
        this.row = row;
    }

    /** The value of a number or whole column, NaN if it is missing. */
    public double number(String name) {
        return table.column(name) instanceof WholeColumn whole
                ? (whole.isMissing(row) ? Double.NaN : whole.value(row))
                : table.numbers(name).value(row);
    }

    /** The value of a whole column, empty if it is missing. */
    public OptionalLong whole(String name) {
        WholeColumn column = table.wholes(name);
        return column.isMissing(row) ? OptionalLong.empty() : OptionalLong.of(column.value(row));
    }

    /** The value of a column of any type as text, empty if it is missing. */
    public String text(String name) {
        return table.column(name).text(row);
    }

    /** The value of a boolean column, empty if it is missing. */
    public Optional<Boolean> bool(String name) {
        BooleanColumn column = table.booleans(name);
        return column.isMissing(row) ? Optional.empty() : Optional.of(column.value(row));
    }

    /** The value of a time column, empty if it is missing. */
    public Optional<LocalDateTime> time(String name) {
        TimeColumn column = table.times(name);
        return column.isMissing(row) ? Optional.empty() : Optional.of(column.dateTime(row));
    }

    /** Whether the row has no value in this column. */
    public boolean isMissing(String name) {
        return table.column(name).isMissing(row);
    }

    /**
     * The values by name in the order of the columns, as Double, Long, String, Boolean or LocalDateTime. Missing ones
     * are left out.
     */
    public Map<String, Object> asMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (!column.isMissing(row)) {
                values.put(column.name(), column.fold(new Value(row)));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }

    /** The value of a row that is not missing, as an object. */
    record Value(int row) implements ColumnCases<Object> {
        @Override
        public Object numbers(NumberColumn column) {
            return column.value(row);
        }

        @Override
        public Object wholes(WholeColumn column) {
            return column.value(row);
        }

        @Override
        public Object text(TextColumn column) {
            return column.text(row);
        }

        @Override
        public Object booleans(BooleanColumn column) {
            return column.value(row);
        }

        @Override
        public Object times(TimeColumn column) {
            return column.dateTime(row);
        }
    }
}
