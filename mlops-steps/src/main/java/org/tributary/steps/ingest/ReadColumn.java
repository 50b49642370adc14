package org.tributary.steps.ingest;

import java.util.BitSet;
import java.util.List;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

/**
 * A column of the type that its rule says.
 *
 * @param values missing where the file has no value, and where it has one of another type
 * @param written what the file has
 * @param misfits the rows that have a value of another type
 */
record ReadColumn(Column values, Column written, BitSet misfits) {

    /** A column that was read with its type or, because some values are of another one, as text. */
    static ReadColumn of(Column written, ColumnType type) {
        return written.type() == type
                ? new ReadColumn(written, written, new BitSet())
                : converted((TextColumn) written, type);
    }

    String name() {
        return written.name();
    }

    /** The value as text, the file's own where it is of another type; empty if it is missing. */
    String text(int row) {
        return misfits.get(row) ? written.text(row) : values.text(row);
    }

    /** Reads each distinct text once. */
    private static ReadColumn converted(TextColumn text, ColumnType type) {
        ColumnParser parser = ColumnParser.declared(text.name(), type);
        List<String> entries = text.dictionary();
        int[] positions = new int[entries.size()];
        for (int code = 0; code < positions.length; code++) {
            positions[code] = add(entries.get(code), parser) ? parser.size() - 1 : -1;
        }
        return shown(text, positions, parser);
    }

    private static ReadColumn shown(TextColumn text, int[] positions, ColumnParser parser) {
        int missing = parser.size();
        parser.addMissing();
        BitSet misfits = new BitSet();
        int[] shown = new int[text.size()];
        for (int row = 0; row < shown.length; row++) {
            int code = text.code(row);
            int position = code == TextColumn.MISSING ? missing : positions[code];
            misfits.set(row, position < 0);
            shown[row] = position < 0 ? missing : position;
        }
        Table values = Table.of(List.of(parser.build())).rows(shown);
        return new ReadColumn(values.column(text.name()), text, misfits);
    }

    /** Adds the value that a text says; false if it says none of the parser's type. */
    static boolean add(String text, ColumnParser parser) {
        return parser.add(text);
    }
}
