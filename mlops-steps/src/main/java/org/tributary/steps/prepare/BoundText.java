package org.tributary.steps.prepare;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.TextColumn;

/**
 * Prepares texts: looks up what one sets.
 *
 * @param missing what a missing text sets
 */
record BoundText(String name, TextFeatures features, Marks missing) implements BoundColumn {

    @Override
    public int most() {
        return Math.max(features.most(), missing.size());
    }

    @Override
    public Cell cell(Column column) {
        if (!(column instanceof TextColumn texts)) {
            throw Faults.wrongColumn(name, "text", column.type().label());
        }
        Marks[] byCode = texts.dictionary().stream().map(features::of).toArray(Marks[]::new);
        return (row, ids, values, at) -> {
            int code = texts.code(row);
            Marks marks = code == TextColumn.MISSING ? missing : byCode[code];
            if (marks == Marks.REFUSED) {
                throw refused(code == TextColumn.MISSING ? null : texts.text(row), row);
            }
            return marks.write(ids, values, at);
        };
    }

    @Override
    public int read(@Nullable Object value, int[] ids, double[] values, int at) {
        Marks marks = missing;
        if (value instanceof String text) {
            marks = features.of(text);
        } else if (value != null) {
            throw Faults.wrongValue(name, "text", value);
        }
        if (marks == Marks.REFUSED) {
            throw refused((String) value, Faults.NO_ROW);
        }
        return marks.write(ids, values, at);
    }

    private RuntimeException refused(@Nullable String text, int row) {
        return text == null
                ? Faults.missingValue(name, "encode", row)
                : Faults.unknownCategory(name, text, features.known(), row);
    }
}
