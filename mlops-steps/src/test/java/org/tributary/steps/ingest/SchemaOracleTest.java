package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.steps.RecordingContext;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/** Random rules on random files against rules that are checked value by value, as their documentation says. */
class SchemaOracleTest {
    private static final String[] CELLS = {
        "", "-1", "0", "2", "2.5", "1e3", "2020-01-01", "2021-05-06", "true", "false", "x", "xy"
    };
    private static final Map<ColumnType, List<String>> BOUNDS = Map.of(
            ColumnType.WHOLE, List.of("-1", "0", "2"),
            ColumnType.NUMBER, List.of("-1", "2", "2.5"),
            ColumnType.TIME, List.of("2020-01-01", "2021-05-06"));

    @TempDir
    Path folder;

    @Test
    void read_randomRules_findsWhatTheOracleFinds() {
        int broken = 0;
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Schema schema = Schema.of(List.of(rule(random, "a"), rule(random, "b"), rule(random, "c")));
            List<List<String>> rows = rows(random, schema);
            List<String> expected = rejects(schema, rows);
            broken += expected.isEmpty() ? 0 : 1;
            assertSame("seed " + seed, schema, rows, expected);
        }
        assertThat(broken).isBetween(100, 299);
    }

    private void assertSame(String about, Schema schema, List<List<String>> rows, List<String> expected) {
        StringBuilder csv = new StringBuilder("a,b,c\n");
        StringBuilder json = new StringBuilder();
        for (List<String> row : rows) {
            csv.append(String.join(",", row)).append('\n');
            json.append(object(row)).append('\n');
        }
        CsvIngest csvIngest =
                CsvIngest.of(CsvFiles.write(folder, csv.toString())).withSchema(schema);
        CsvIngest csvRejects = csvIngest.withSchema(schema.withViolations(Violations.REJECT));
        RecordingContext context = new RecordingContext("ingest");
        Table table = CsvFiles.read(csvRejects, context);
        assertThat(rejects(context, 1)).as(about).isEqualTo(expected);
        assertThat(texts(table)).as(about).isEqualTo(kept(schema, rows, expected));
        if (expected.isEmpty()) {
            assertThat(CsvFiles.read(csvIngest)).as(about).isEqualTo(table);
        } else {
            assertThatThrownBy(() -> CsvFiles.read(csvIngest))
                    .as(about)
                    .hasMessageContaining(
                            expected.size() == 1 ? " in 1 place," : " in " + expected.size() + " places,");
        }
        RecordingContext ofJson = new RecordingContext("ingest");
        Path file = JsonLines.write(folder, json.toString());
        Schema rejecting = schema.withViolations(Violations.REJECT);
        assertThat(JsonLines.read(JsonLinesIngest.of(file).withSchema(rejecting), ofJson))
                .as(about)
                .isEqualTo(table);
        assertThat(rejects(ofJson, 0)).as(about).isEqualTo(expected);
        RecordingContext ofQuery = new RecordingContext("ingest");
        assertThat(query(rows, rejecting, ofQuery)).as(about).isEqualTo(table);
        assertThat(rejects(ofQuery, OptionalInt.empty())).as(about).isEqualTo(expected);
    }

    private static Table query(List<List<String>> rows, Schema schema, RecordingContext context) {
        StringBuilder sql = new StringBuilder("select null as a, null as b, null as c where 1 = 0");
        for (List<String> row : rows) {
            sql.append(row.stream()
                    .map(cell -> cell.isEmpty() ? "null" : "'" + cell + "'")
                    .collect(Collectors.joining(", ", " union all select ", "")));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            JdbcQuery query = JdbcQuery.of(sql.toString()).withSchema(schema);
            return JdbcIngest.of(query, new OneConnection(connection)).run(context);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String object(List<String> row) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i).isEmpty() ? "null" : "\"" + row.get(i) + "\"";
            members.add("\"" + "abc".charAt(i) + "\":" + value);
        }
        return "{" + String.join(",", members) + "}";
    }

    private static ColumnRule rule(SplittableRandom random, String name) {
        ColumnType type = ColumnType.values()[random.nextInt(5)];
        ColumnRule rule = ColumnRule.of(name, type);
        rule = random.nextInt(3) == 0 ? rule.required() : rule;
        rule = random.nextInt(3) == 0 ? rule.withoutDuplicates() : rule;
        List<String> bounds = BOUNDS.getOrDefault(type, List.of());
        if (!bounds.isEmpty() && random.nextBoolean()) {
            int least = random.nextInt(bounds.size());
            rule = rule.withMin(bounds.get(least)).withMax(bounds.get(random.nextInt(least, bounds.size())));
        }
        if (random.nextInt(4) == 0) {
            List<String> values =
                    List.of(CELLS).stream().filter(cell -> is(type, cell)).toList();
            rule = rule.withAllowed(values.subList(0, 1 + random.nextInt(values.size())));
        }
        return type == ColumnType.TEXT && random.nextInt(3) == 0 ? rule.withPattern("[x2].*") : rule;
    }

    /** Mostly of the right type, so that other rules are reached. */
    private static List<List<String>> rows(SplittableRandom random, Schema schema) {
        List<List<String>> rows = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int row = 0; row < count; row++) {
            List<String> cells = new ArrayList<>();
            for (ColumnRule rule : schema.columns()) {
                String cell = CELLS[random.nextInt(CELLS.length)];
                while (random.nextInt(20) > 0 && !cell.isEmpty() && !is(rule.type(), cell)) {
                    cell = CELLS[random.nextInt(CELLS.length)];
                }
                cells.add(cell);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static boolean is(ColumnType type, String cell) {
        return !cell.isEmpty() && (type == ColumnType.TEXT || !value(type, cell).isEmpty());
    }

    /** The value in a form that is equal for equal ones; empty if it is none of the type. */
    private static String value(ColumnType type, String cell) {
        try {
            return switch (type) {
                case WHOLE -> Long.toString(Long.parseLong(cell));
                case NUMBER -> Double.toString(Double.parseDouble(cell));
                case TIME -> LocalDate.parse(cell).toString();
                case BOOLEAN -> cell.equals("true") || cell.equals("false") ? cell : "";
                case TEXT -> cell;
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return "";
        }
    }

    private static int compare(ColumnType type, String a, String b) {
        return type == ColumnType.TIME ? a.compareTo(b) : Double.compare(Double.parseDouble(a), Double.parseDouble(b));
    }

    private static List<String> rejects(Schema schema, List<List<String>> rows) {
        List<String> rejects = new ArrayList<>();
        List<Map<String, Integer>> seen = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < 3; column++) {
                ColumnRule rule = schema.columns().get(column);
                String cell = rows.get(row).get(column);
                for (String broken : broken(rule, cell, row, seen.get(column))) {
                    String shown = is(rule.type(), cell) ? text(rule, cell) : cell;
                    rejects.add((row + 1) + "," + rule.name() + "," + shown + "," + broken);
                }
            }
        }
        return rejects;
    }

    private static List<String> broken(ColumnRule rule, String cell, int row, Map<String, Integer> seen) {
        List<String> broken = new ArrayList<>();
        if (cell.isEmpty()) {
            return rule.nullable() ? List.of() : List.of("nullable");
        } else if (!is(rule.type(), cell)) {
            return List.of("type");
        }
        String value = value(rule.type(), cell);
        rule.min().filter(min -> compare(rule.type(), cell, min) < 0).ifPresent(min -> broken.add("min"));
        rule.max().filter(max -> compare(rule.type(), cell, max) > 0).ifPresent(max -> broken.add("max"));
        boolean allowed = rule.allowed().isEmpty()
                || rule.allowed().stream()
                        .anyMatch(each -> value(rule.type(), each).equals(value));
        if (!allowed) {
            broken.add("allowed");
        }
        rule.pattern().filter(pattern -> !cell.matches(pattern)).ifPresent(pattern -> broken.add("pattern"));
        if (seen.putIfAbsent(value, row) != null && rule.unique()) {
            broken.add("unique");
        }
        return broken;
    }

    private static List<List<String>> kept(Schema schema, List<List<String>> rows, List<String> rejects) {
        List<List<String>> kept = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String start = (row + 1) + ",";
            if (rejects.stream().noneMatch(reject -> reject.startsWith(start))) {
                kept.add(texts(schema, rows.get(row)));
            }
        }
        return kept;
    }

    private static List<String> texts(Schema schema, List<String> row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
            texts.add(text(schema.columns().get(column), row.get(column)));
        }
        return texts;
    }

    private static String text(ColumnRule rule, String cell) {
        return value(rule.type(), cell).replaceFirst("\\.0$", "");
    }

    private static List<List<String>> texts(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            rows.add(table.columns().stream().map(column -> column.text(at)).toList());
        }
        return rows;
    }

    /** What was listed, without lines and reasons; each line is that of its row, if there are lines. */
    private static List<String> rejects(RecordingContext context, int linesAbove) {
        return rejects(context, OptionalInt.of(linesAbove));
    }

    private static List<String> rejects(RecordingContext context, OptionalInt linesAbove) {
        byte[] csv = context.artifacts.getOrDefault("ingest/rejects.csv", "head".getBytes(StandardCharsets.UTF_8));
        List<String> rejects = new ArrayList<>();
        for (String line :
                new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            String[] parts = line.split(",", 7);
            int row = Integer.parseInt(parts[0]);
            assertThat(parts[2]).isEqualTo(linesAbove.isEmpty() ? "" : "" + (row + linesAbove.getAsInt()));
            rejects.add(parts[0] + "," + parts[3] + "," + parts[4] + "," + parts[5]);
        }
        return rejects;
    }

    @Test
    void rejects_inEachLocaleAndZone_areTheSameBytes() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] known = listed();
        assertThat(known).hasSizeGreaterThan(100);
        try {
            for (String tag : List.of("en-US", "tr-TR-u-nu-arab", "ar-EG", "de-DE", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
                assertThat(listed()).as(tag).isEqualTo(known);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private byte[] listed() {
        Schema schema = Schema.of(
                        ColumnRule.of("İ", ColumnType.NUMBER).withMin("1000.5"),
                        ColumnRule.of("t", ColumnType.TIME).withMax("2020-01-01T10:00"),
                        ColumnRule.of("s", ColumnType.TEXT).withPattern("I+"))
                .withViolations(Violations.REJECT);
        RecordingContext context = new RecordingContext("ingest");
        Path file = CsvFiles.write(folder, "İ,t,s\n1000.25,2020-01-02,ı\nx,2020-01-01,I\n2000,2020-01-01T10:01,İ\n");
        CsvFiles.read(CsvIngest.of(file).withSchema(schema), context);
        return context.artifacts.get("ingest/rejects.csv");
    }
}
