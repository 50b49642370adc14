package org.tributary.steps.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

/** Changes text: each distinct one once, however many rows have it. */
final class TextChange {
    private TextChange() {}

    static Table everywhere(Table table, Function<String, Optional<String>> change) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column instanceof TextColumn text ? of(text, change) : column);
        }
        return Table.of(columns);
    }

    /** An empty result is a missing value; missing values stay so. Texts that no row shows are not changed. */
    static TextColumn of(TextColumn column, Function<String, Optional<String>> change) {
        Map<Integer, Optional<String>> changed = new HashMap<>();
        TextColumn.Builder builder = TextColumn.builder(column.name());
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            Optional<String> text = code == TextColumn.MISSING
                    ? Optional.empty()
                    : changed.computeIfAbsent(
                            code, unseen -> change.apply(column.dictionary().get(unseen)));
            text.ifPresentOrElse(builder::add, builder::addMissing);
        }
        return builder.build();
    }
}
