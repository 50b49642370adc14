package org.tributary.table;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How columns and tables print themselves. */
final class ColumnText {
    private static final int HEAD = 5;
    private static final int WIDEST = 40;

    private ColumnText() {}

    static String summary(Column column) {
        int missing = column.missingCount();
        return column.name() + ": " + column.type().label() + ", " + count(column.size(), "row")
                + (missing > 0 ? ", " + missing + " missing" : "");
    }

    static String table(Table table) {
        String title = "Table of " + count(table.rowCount(), "row") + " and "
                + count(table.columns().size(), "column");
        String columns = table.columns().stream().map(c -> "\n  " + summary(c)).collect(Collectors.joining());
        return title + columns + head(table);
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String head(Table table) {
        int shown = Math.min(HEAD, table.rowCount());
        return IntStream.range(0, shown).mapToObj(row -> line(table, row)).collect(Collectors.joining());
    }

    private static String line(Table table, int row) {
        return table.columns().stream()
                .map(column -> shorten(column.text(row)))
                .collect(Collectors.joining(" | ", "\n" + (row + 1) + ") ", ""));
    }

    private static String shorten(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
    }
}
