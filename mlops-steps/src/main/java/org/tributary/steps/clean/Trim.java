package org.tributary.steps.clean;

import java.util.Optional;
import org.tributary.table.Table;

/** Cuts the white space off both ends of all text. A text of nothing else becomes empty, which is not missing. */
public record Trim() implements CleanOperation {

    /** Trims all text. */
    public static Trim defaults() {
        return new Trim();
    }

    @Override
    public Table apply(Table table) {
        return TextChange.everywhere(table, text -> Optional.of(text.strip()));
    }
}
