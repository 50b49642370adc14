package org.tributary.steps.clean;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

/**
 * Turns columns into other types, as {@link ColumnParser#declared} reads their text. A value that has no such form is an error;
 * missing ones stay missing.
 *
 * @param types type by column name; each column must be there
 */
public record Types(Map<String, ColumnType> types) implements CleanOperation {

    /** Copies the map. */
    public Types {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** Turns these columns into these types. */
    public static Types of(Map<String, ColumnType> types) {
        return new Types(types);
    }

    /** Turns one column into a type. */
    public static Types of(String column, ColumnType type) {
        return new Types(Map.of(column, type));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.copyOf(types.keySet()), this);
        Table changed = table;
        for (Map.Entry<String, ColumnType> entry : types.entrySet()) {
            changed = changed.with(convert(table.column(entry.getKey()), entry.getValue()));
        }
        return changed;
    }

    private static Column convert(Column column, ColumnType type) {
        if (column.type() == type) {
            return column;
        }
        return column instanceof WholeColumn wholes && type == ColumnType.NUMBER
                ? wholes.asNumbers()
                : parse(column, type);
    }

    private static Column parse(Column column, ColumnType type) {
        ColumnParser parser = ColumnParser.declared(column.name(), type);
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                parser.addMissing();
            } else if (!parser.add(column.text(row))) {
                throw refused(column, type, row);
            }
        }
        return parser.build();
    }

    private static PipelineException refused(Column column, ColumnType type, int row) {
        return new PipelineException("[CLEAN_TYPE] clean operation types: column \"" + column.name() + "\" cannot be "
                + type.label() + ", row " + (row + 1) + " holds \"" + Clean.shortened(column.text(row))
                + "\". Replace such values first, or take them as missing.");
    }
}
