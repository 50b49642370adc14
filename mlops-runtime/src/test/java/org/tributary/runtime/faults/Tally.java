package org.tributary.runtime.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts the points of each row of the table and those that were missed. Safe for several threads. */
final class Tally {
    private static final String FORMAT = "| %-72s | %5d of %5d | %7.1f |%n";

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Rows keep the order in which they are named first. */
    synchronized void row(String name) {
        rows.computeIfAbsent(name, Row::new);
    }

    /** One point of a row is done; it is missed if anything was found. */
    synchronized void point(String name, String point, List<String> findings, Duration time) {
        row(name);
        Row row = rows.get(name);
        row.points++;
        row.time = row.time.plus(time);
        if (!findings.isEmpty()) {
            row.misses.add(point + ": " + String.join("; ", findings));
        }
    }

    synchronized List<String> misses() {
        List<String> misses = new ArrayList<>();
        rows.values().forEach(row -> row.misses.forEach(miss -> misses.add(row.name + ", " + miss)));
        return misses;
    }

    /** Rows without any point: something was not tried. */
    synchronized List<String> untried() {
        return rows.values().stream()
                .filter(row -> row.points == 0)
                .map(row -> row.name)
                .toList();
    }

    synchronized String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "| %-72s | %14s | %7s |%n", "fault", "points passed", "seconds"));
        table.append(String.format(Locale.ROOT, "| %s | %s: | %s: |%n", "-".repeat(72), "-".repeat(13), "-".repeat(6)));
        for (Row row : rows.values()) {
            int passed = row.points - row.misses.size();
            table.append(
                    String.format(Locale.ROOT, FORMAT, row.name, passed, row.points, row.time.toMillis() / 1000.0));
        }
        return table.toString();
    }

    private static final class Row {
        private final String name;
        private final List<String> misses = new ArrayList<>();
        private int points;
        private Duration time = Duration.ZERO;

        Row(String name) {
            this.name = name;
        }
    }
}
