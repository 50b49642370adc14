package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.data.DataInput;
import org.tributary.steps.RecordingContext;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

class JsonLinesIngestTest {
    @TempDir
    Path folder;

    @Test
    void of_path_hasTheDocumentedDefaults() {
        Path path = Path.of("a.jsonl");
        assertThat(JsonLinesIngest.of(path)).isEqualTo(new JsonLinesIngest(path, List.of(), Map.of(), Schema.none()));
        assertThat(JsonLinesIngest.of(path).inputs()).isEqualTo(List.of(DataInput.file(path)));
        assertThat(JsonLinesIngest.of(path).withMissing("?").withTypes(Map.of("a", ColumnType.TEXT)))
                .isEqualTo(new JsonLinesIngest(path, List.of("?"), Map.of("a", ColumnType.TEXT), Schema.none()));
    }

    @Test
    void run_eachType_isInferredFromAllValues() {
        Table table = read("""
                {"w": 1, "n": 1.5, "b": true, "t": "2007-11-11", "s": "x"}
                {"w": null, "n": 2, "b": false, "t": "2007-11-11T10:15+02:00", "s": "2"}
                {"w": -3, "s": null}
                """);
        assertThat(table)
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("w", Arrays.asList(1L, null, -3L)))
                        .numbers("n", 1.5, 2, Double.NaN)
                        .booleans("b", true, false, null)
                        .times("t", LocalDateTime.of(2007, 11, 11, 0, 0), LocalDateTime.of(2007, 11, 11, 8, 15), null)
                        .text("s", "x", "2", null)
                        .build());
    }

    @Test
    void run_keysThatComeLater_areColumnsInOrderOfAppearance() {
        assertThat(read("{}\n{\"b\":1}\n{\"a\":null,\"c\":\"x\"}\n{\"c\":\"y\",\"b\":2}\n"))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("b", Arrays.asList(null, 1L, null, 2L)))
                        .text("a", null, null, null, null)
                        .text("c", null, null, "x", "y")
                        .build());
    }

    @Test
    void run_wholesThenADecimal_areAllNumbers() {
        assertThat(column("1", "null", "2.5", "-0", "1e3"))
                .isEqualTo(NumberColumn.of("c", 1, Double.NaN, 2.5, -0.0, 1000));
    }

    @Test
    void run_stringOfDigits_isText() {
        assertThat(column("\"007\"", "\"1\"")).isEqualTo(TextColumn.of("c", "007", "1"));
    }

    @Test
    void run_severalKinds_areTextAsWritten() {
        assertThat(column("1.50", "null", "true", "\" x \""))
                .isEqualTo(TextColumn.of("c", "1.50", null, "true", " x "));
        assertThat(column("\"x\"", "1.50")).isEqualTo(TextColumn.of("c", "x", "1.50"));
        assertThat(column("true", "1")).isEqualTo(TextColumn.of("c", "true", "1"));
        assertThat(column("\"2007-11-11 10:15\"", "\"soon\""))
                .isEqualTo(TextColumn.of("c", "2007-11-11 10:15", "soon"));
        assertThat(column("null", "1", "1e400")).isEqualTo(TextColumn.of("c", null, "1", "1e400"));
    }

    @Test
    void run_theGreatestNumbers_areKept() {
        assertThat(column("9223372036854775807", "-9223372036854775808"))
                .isEqualTo(WholeColumn.of("c", Long.MAX_VALUE, Long.MIN_VALUE));
        assertThat(column("9223372036854775808")).isEqualTo(TextColumn.of("c", "9223372036854775808"));
        assertThat(column("1.7976931348623157E308", "4.9E-324"))
                .isEqualTo(NumberColumn.of("c", Double.MAX_VALUE, Double.MIN_VALUE));
    }

    @Test
    void run_textAfterNumbers_warns() {
        Path file = JsonLines.write(folder, "{\"c\":1}\n\n{\"c\":\"none\"}\n{\"c\":\"NA\"}\n");
        RecordingContext context = new RecordingContext("ingest");
        JsonLines.read(JsonLinesIngest.of(file), context);
        assertThat(context.warnings)
                .containsExactly("column \"c\" is text: after 1 number it holds \"none\", " + file
                        + " line 3. If that stands for a missing value, name it in missing.");
    }

    @Test
    void run_missingTokens_areMissingWhateverTheirKind() {
        Path file = JsonLines.write(folder, "{\"c\":1}\n{\"c\":\"NA\"}\n{\"c\":-999}\n");
        assertThat(JsonLines.read(JsonLinesIngest.of(file).withMissing("NA", "-999")))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("c", Arrays.asList(1L, null, null)))
                        .build());
    }

    @Test
    void run_declaredTypes_readStringsToo() {
        Path file = JsonLines.write(folder, "{\"n\":\"1.5\",\"s\":7}\n{\"n\":2,\"s\":true}\n{\"e\":null}\n");
        Map<String, ColumnType> types = Map.of("n", ColumnType.NUMBER, "s", ColumnType.TEXT, "e", ColumnType.BOOLEAN);
        assertThat(JsonLines.read(JsonLinesIngest.of(file).withTypes(types)))
                .isEqualTo(Table.builder()
                        .numbers("n", 1.5, 2, Double.NaN)
                        .text("s", "7", "true", null)
                        .booleans("e", null, null, null)
                        .build());
    }

    @Test
    void run_markReturnsEmptyLinesAndNoLastFeed_areFine() {
        assertThat(read("\uFEFF{\"ö\":\"\uD83D\uDC27\"}\r\n\r\n  \n{\"ö\":\"\\uD83D\\uDC27\"}"))
                .isEqualTo(Table.builder()
                        .text("ö", "\uD83D\uDC27", "\uD83D\uDC27")
                        .build());
    }

    @Test
    void run_linesLongerThanTheBuffer_areWhole() {
        String[] texts = new String[300];
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "é\uD83D\uDC27".repeat(i % 7 == 0 ? 30_000 : i) + i;
            lines.append("{\"c\":\"").append(texts[i]).append("\"}\n");
        }
        assertThat(read(lines.toString()).column("c")).isEqualTo(TextColumn.of("c", texts));
    }

    @Test
    void run_anyFile_logsSizeAndProfile() {
        RecordingContext context = new RecordingContext("ingest");
        JsonLines.read(JsonLinesIngest.of(JsonLines.write(folder, "{\"a\":1,\"b\":2}\n{\"a\":3}\n")), context);
        assertThat(context.metrics).containsEntry("ingest.rows", 2.0).containsEntry("ingest.columns", 2.0);
        assertThat(context.artifacts).containsKey("ingest/profile.json");
    }

    @Test
    void run_anyLocale_readsTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(column("1.5", "-1234.25")).isEqualTo(NumberColumn.of("c", 1.5, -1234.25));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(column("true")).isEqualTo(BooleanColumn.of("c", true));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void run_randomTablesAsLines_comeBackEqual() {
        for (long seed = 1; seed <= 200; seed++) {
            Table table = randomTable(new SplittableRandom(seed));
            assertThat(read(JsonLines.of(table))).as("seed %d", seed).isEqualTo(table);
        }
    }

    /** The first row has all values, for a column without any has no type. */
    private static Table randomTable(SplittableRandom random) {
        int rows = 1 + random.nextInt(40);
        Table.Builder table = Table.builder();
        for (int i = 0; i <= random.nextInt(6); i++) {
            table.add(randomColumn("c\"" + i, rows, random));
        }
        return table.build();
    }

    private static Column randomColumn(String name, int rows, SplittableRandom random) {
        WholeColumn.Builder wholes = WholeColumn.builder(name);
        NumberColumn.Builder numbers = NumberColumn.builder(name);
        TimeColumn.Builder times = TimeColumn.builder(name);
        @Nullable String[] texts = new String[rows];
        @Nullable Boolean[] booleans = new Boolean[rows];
        for (int row = 0; row < rows; row++) {
            if (row > 0 && random.nextInt(4) == 0) {
                wholes.addMissing();
                numbers.addMissing();
                times.addMissing();
            } else {
                wholes.add(random.nextLong());
                numbers.add(random.nextInt() / 1024.0 + 1e-9);
                times.addMicros(random.nextLong(4_000_000_000_000_000L));
                texts[row] = "t\n\"\\ü\uD83D\uDC27 ".substring(0, random.nextInt(6)) + random.nextInt(5);
                booleans[row] = random.nextBoolean();
            }
        }
        return switch (random.nextInt(5)) {
            case 0 -> wholes.build();
            case 1 -> numbers.build();
            case 2 -> times.build();
            case 3 -> TextColumn.of(name, texts);
            default -> BooleanColumn.of(name, booleans);
        };
    }

    private Column column(String... values) {
        StringBuilder lines = new StringBuilder();
        for (String value : values) {
            lines.append("{\"c\": ").append(value).append("}\n");
        }
        return read(lines.toString()).column("c");
    }

    private Table read(String text) {
        return JsonLines.read(JsonLinesIngest.of(JsonLines.write(folder, text)));
    }
}
