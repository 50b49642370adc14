package org.tributary.steps.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.TextColumn;

/** Prepares categories: finds the feature that stands for one. */
final class BoundCategory implements BoundColumn {

    /** Marks an id that is an error when a row asks for it. */
    private static final int REFUSED = -2;

    private final String name;
    private final Map<String, Integer> known;
    private final int unknown;
    private final int missing;

    BoundCategory(FittedColumn.Category fitted, int[] ids) {
        this.name = fitted.name();
        this.known = known(fitted.categories(), ids);
        int next = known.size();
        this.unknown = switch (fitted.unknown()) {
            case BUCKET -> ids[next++];
            case ERROR -> REFUSED;
            case IGNORE -> Cell.NONE;
        };
        this.missing = switch (fitted.missing()) {
            case BUCKET -> ids[next];
            case ERROR -> REFUSED;
            case MODE -> fitted.mode().map(known::get).orElseThrow();
        };
    }

    private static Map<String, Integer> known(List<String> categories, int[] ids) {
        Map<String, Integer> known = new HashMap<>();
        for (int at = 0; at < categories.size(); at++) {
            known.put(categories.get(at), ids[at]);
        }
        return known;
    }

    @Override
    public Cell cell(Column column) {
        if (!(column instanceof TextColumn texts)) {
            throw Faults.wrongColumn(name, "text", column.type().label());
        }
        int[] ids = texts.dictionary().stream()
                .mapToInt(text -> known.getOrDefault(text, unknown))
                .toArray();
        return new Cell() {
            @Override
            public int id(int row) {
                int code = texts.code(row);
                return code == TextColumn.MISSING
                        ? accepted(missing, null, row)
                        : accepted(ids[code], texts.dictionary().get(code), row);
            }

            @Override
            public double value(int row) {
                return 1;
            }
        };
    }

    @Override
    public int id(@Nullable Object value) {
        if (value == null) {
            return accepted(missing, null, Faults.NO_ROW);
        }
        if (!(value instanceof String text)) {
            throw Faults.wrongValue(name, "text", value);
        }
        return accepted(known.getOrDefault(text, unknown), text, Faults.NO_ROW);
    }

    @Override
    public double value(@Nullable Object value) {
        return 1;
    }

    private int accepted(int id, @Nullable String text, int row) {
        if (id != REFUSED) {
            return id;
        }
        throw text == null
                ? Faults.missingValue(name, "encode", row)
                : Faults.unknownCategory(name, text, known.keySet(), row);
    }
}
