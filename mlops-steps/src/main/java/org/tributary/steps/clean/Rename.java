package org.tributary.steps.clean;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.table.Table;

/**
 * Gives columns other names, all at once: two names can be exchanged.
 *
 * @param names new name by old name; each old one must be there
 */
public record Rename(Map<String, String> names) implements CleanOperation {

    /** Copies the map. */
    public Rename {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** Gives these columns other names. */
    public static Rename of(Map<String, String> names) {
        return new Rename(names);
    }

    /** Gives one column another name. */
    public static Rename column(String from, String to) {
        return new Rename(Map.of(from, to));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.copyOf(names.keySet()), this);
        return table.rename(names);
    }
}
