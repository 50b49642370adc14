package org.tributary.steps.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tributary.table.ColumnType;

/**
 * The types of columns that are not to be inferred.
 *
 * @param types by column
 * @param misfits by column, where values of another type are to be put; such a value is an error in other columns
 */
record DeclaredTypes(Map<String, ColumnType> types, Map<String, Misfits> misfits) {

    /** The same, and columns of text. */
    DeclaredTypes withText(List<String> names) {
        Map<String, ColumnType> all = new LinkedHashMap<>(types);
        names.forEach(name -> all.put(name, ColumnType.TEXT));
        return new DeclaredTypes(all, misfits);
    }

    Set<String> names() {
        return types.keySet();
    }

    Optional<ColumnType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Optional<Misfits> misfits(String name) {
        return Optional.ofNullable(misfits.get(name));
    }
}
