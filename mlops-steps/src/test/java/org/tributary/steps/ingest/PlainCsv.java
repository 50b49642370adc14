package org.tributary.steps.ingest;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnBuilder;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** A slow and plain reading of CSV, written from the documentation alone. */
final class PlainCsv {
    private PlainCsv() {}

    static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && inQuotes && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (inQuotes || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    static Column column(String name, List<String> cells) {
        List<String> present = cells.stream().filter(cell -> !isMissing(cell)).toList();
        if (present.isEmpty()) {
            return text(name, cells);
        } else if (present.stream().allMatch(PlainCsv::isWhole)) {
            return wholes(name, cells);
        } else if (present.stream().allMatch(PlainCsv::isNumber)) {
            return numbers(name, cells);
        } else if (present.stream()
                .allMatch(cell -> cell.toLowerCase(Locale.ROOT).matches("true|false"))) {
            return booleans(name, cells);
        } else if (present.stream().allMatch(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}"))) {
            return times(name, cells);
        }
        return text(name, cells);
    }

    private static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }

    private static boolean isWhole(String cell) {
        return cell.matches("0|-?[1-9][0-9]*") && new BigInteger(cell).bitLength() < 64;
    }

    private static boolean isNumber(String cell) {
        boolean decimal = cell.matches("-?(0|[1-9][0-9]*|)([.][0-9]*)?([eE][-+]?[0-9]+)?") && cell.matches(".*[0-9].*");
        boolean tooLong = cell.matches("-?[0-9]+") && new BigInteger(cell).bitLength() >= 64;
        return cell.equals("NaN") || (decimal && !tooLong);
    }

    private static Column wholes(String name, List<String> cells) {
        WholeColumn.Builder builder = WholeColumn.builder(name);
        cells.forEach(cell -> add(cell, builder, () -> builder.add(Long.parseLong(cell))));
        return builder.build();
    }

    private static Column numbers(String name, List<String> cells) {
        NumberColumn.Builder builder = NumberColumn.builder(name);
        cells.forEach(cell -> add(cell, builder, () -> builder.add(Double.parseDouble(cell))));
        return builder.build();
    }

    private static Column booleans(String name, List<String> cells) {
        BooleanColumn.Builder builder = BooleanColumn.builder(name);
        cells.forEach(cell -> add(cell, builder, () -> builder.add(Boolean.parseBoolean(cell))));
        return builder.build();
    }

    private static Column times(String name, List<String> cells) {
        TimeColumn.Builder builder = TimeColumn.builder(name);
        cells.forEach(cell ->
                add(cell, builder, () -> builder.add(LocalDate.parse(cell).atStartOfDay())));
        return builder.build();
    }

    private static Column text(String name, List<String> cells) {
        TextColumn.Builder builder = TextColumn.builder(name);
        cells.forEach(cell -> add(cell, builder, () -> builder.add(cell)));
        return builder.build();
    }

    private static void add(String cell, ColumnBuilder builder, Runnable present) {
        if (isMissing(cell)) {
            builder.addMissing();
        } else {
            present.run();
        }
    }
}
