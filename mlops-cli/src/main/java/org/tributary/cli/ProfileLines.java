package org.tributary.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tributary.table.ColumnProfile;
import org.tributary.table.TableProfile;

/** A profile as aligned lines: one for each column, below a head. */
final class ProfileLines {

    private static final int WIDEST = 40;
    private static final List<String> HEAD = List.of("column", "type", "missing", "distinct", "range");

    private ProfileLines() {}

    static List<String> of(TableProfile profile) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        profile.columns().forEach(column -> rows.add(cells(column)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(cell -> rows.stream()
                        .mapToInt(row -> row.get(cell).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> cells(ColumnProfile column) {
        return List.of(
                shown(column.name()),
                column.type().label(),
                Long.toString(column.missing()),
                (column.isDistinctCapped() ? ">= " : "") + column.distinct(),
                column.range().orElse(""));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(cell -> cells.get(cell)
                        + " ".repeat(widths[cell] - cells.get(cell).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** On one line, whatever the file says, and cut. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
    }
}
