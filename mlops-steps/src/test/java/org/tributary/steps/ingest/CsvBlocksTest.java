package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Table;
import org.tributary.table.TableCodec;

/** What is read depends neither on the number of threads nor on where blocks end. */
class CsvBlocksTest {
    private static final long SEED = 20_261_128;
    private static final String[] CELLS = {
        "1",
        "-2",
        "3.5",
        "1e3",
        "",
        "NA",
        "true",
        "text",
        "\"quoted\"",
        "\"a,b\"",
        "\"two\nlines\"",
        "\"\r\n\"",
        "\"do\"\"ubled\"",
        "caf\u00e9",
        "\"\uD83D\uDC27\n\u20AC\"",
        " spaced ",
        "2007-11-11",
        "00123",
        "12345678901234567",
        "0.1234567890123456"
    };

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void read_anyThreadsAndBlocks_givesTheSame() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 150; i++) {
            CsvIngest ingest = CsvIngest.of(CsvFiles.write(folder, file(random)));
            String expected = read(ingest, 1, 1 << 20);
            for (int threads = 1; threads <= 3; threads++) {
                int block = 16 + random.nextInt(120);
                assertThat(read(ingest, threads, block))
                        .as("seed %d case %d: %d threads, blocks of %d", SEED, i, threads, block)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void read_rowsThatOutgrowTheirFirstRoom_areAllThere() {
        int rows = 150_000;
        StringBuilder text = new StringBuilder("whole,number,text,gaps\n");
        for (int row = 0; row < rows; row++) {
            text.append(row).append(',').append(row / 8.0).append(",t").append(row % 7);
            text.append(row % 3 == 0 ? ",\n" : ",5\n");
        }
        CsvIngest ingest = CsvIngest.of(CsvFiles.write(folder, text.toString()));
        Table table = table(ingest, 3, 1 << 10, new RecordingContext("ingest"));
        assertThat(table.rowCount()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(table.wholes("whole").value(row)).isEqualTo(row);
            assertThat(table.numbers("number").value(row)).isEqualTo(row / 8.0);
            assertThat(table.text("text").text(row)).isEqualTo("t" + row % 7);
            assertThat(table.column("gaps").isMissing(row)).isEqualTo(row % 3 == 0);
        }
    }

    /** Columns of one kind most often, rows that are too short now and then, quotes that do not close. */
    private static String file(SplittableRandom random) {
        int columns = 1 + random.nextInt(4);
        String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
        String[] usual =
                random.ints(columns, 0, CELLS.length).mapToObj(k -> CELLS[k]).toArray(String[]::new);
        int odd = 2 + random.nextInt(200);
        StringBuilder text = new StringBuilder(IntStream.range(0, columns)
                .mapToObj(c -> "\"column " + c + "\"")
                .collect(Collectors.joining(",", "", end)));
        for (int row = random.nextInt(120); row > 0; row--) {
            for (int c = 0; c < columns; c++) {
                String cell = random.nextInt(odd) == 0 ? CELLS[random.nextInt(CELLS.length)] : usual[c];
                text.append(cell).append(c == columns - 1 ? end : ",");
            }
            text.append(random.nextInt(60) == 0 ? end : "");
        }
        if (random.nextInt(8) == 0) {
            text.insert(random.nextInt(text.length()), new String[] {"\"", ",", "\0", "x\"y"}[random.nextInt(4)]);
        }
        return text.toString();
    }

    /** The table with what was logged, or the message of the fault. */
    private static String read(CsvIngest ingest, int threads, int block) {
        RecordingContext context = new RecordingContext("ingest");
        try {
            Table table = table(ingest, threads, block, context);
            return table.rowCount() + " rows " + encoded(table) + context.warnings
                    + new String(context.artifacts.get("ingest/profile.json"), StandardCharsets.UTF_8);
        } catch (PipelineException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static Table table(CsvIngest ingest, int threads, int block, RecordingContext context) {
        try (IngestThreads others = IngestThreads.of(threads)) {
            CsvReading reading =
                    new CsvReading(List.of(ingest.path()), StandardCharsets.UTF_8, ingest, others, block, context);
            Table table = ingest.read(reading, new DeclaredTypes(ingest.types(), Map.of()), context);
            return TableReport.of(table, context, others.helpers());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new TableCodec().encode(table, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void run_largeFile_isReadOnThreads() throws IOException {
        StringBuilder text = new StringBuilder("id,half,name\n");
        for (int row = 0; row < 60_000; row++) {
            text.append(row)
                    .append(',')
                    .append(row / 2.0)
                    .append(",\"n\n")
                    .append(row % 7)
                    .append("\"\n");
        }
        Path plain = CsvFiles.write(folder, text.toString());
        Path zipped = folder.resolve("data.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Table table = CsvFiles.read(CsvIngest.of(plain));
        assertThat(table.rowCount()).isEqualTo(60_000);
        assertThat(table.wholes("id").value(59_999)).isEqualTo(59_999);
        assertThat(table.numbers("half").value(33_333)).isEqualTo(16_666.5);
        assertThat(table.text("name").text(50_001)).isEqualTo("n\n0");
        assertThat(CsvFiles.read(CsvIngest.of(zipped))).isEqualTo(table);
    }

    @Test
    void run_faultFarInALargeFile_namesItsLineAndNoLaterOne() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 200_000; row++) {
            text.append(row == 150_000 ? "1\n" : row == 199_000 ? "1,2,3\n" : "12,34\n");
        }
        Path file = CsvFiles.write(folder, text.toString());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[CSV_FIELDS] the header has 2 fields and a row has 1: " + file
                            + " line 150002. Quote fields that hold the delimiter, or mend the row.");
        }
    }

    @Test
    void run_misfitFarInALargeFile_isWarnedOfWithItsLine() {
        String text = "a\n" + "1\n".repeat(300_000) + "oops\n" + "2\n".repeat(300_000);
        Path file = CsvFiles.write(folder, text);
        RecordingContext context = new RecordingContext("ingest");
        assertThat(CsvFiles.read(CsvIngest.of(file), context).text("a").values())
                .containsExactly("1", "oops", "2");
        assertThat(context.warnings)
                .containsExactly("column \"a\" is text: after 300000 numbers it holds \"oops\", " + file
                        + " line 300002. If that stands for a missing value, name it in missing.");
    }

    @Test
    void run_rowOfManyBlocks_isRead() {
        int columns = 3_000;
        String header = names(columns);
        String row = IntStream.range(0, columns)
                .mapToObj(c -> "\"" + "x".repeat(500) + "\n\"")
                .collect(Collectors.joining(","));
        Path file = CsvFiles.write(folder, header + "\n" + row + "\n" + row + "\n");
        Table table = CsvFiles.read(CsvIngest.of(file));
        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.text("c2999").text(1)).hasSize(501);
    }

    @Test
    void run_endlessRow_isRefused() {
        Path file = CsvFiles.write(folder, "a,b\n1," + ("\"" + "\n".repeat(3_000_000) + "\",").repeat(12));
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_LONG_ROW] a row has more than 33554432 bytes: " + file
                        + " line 2. Look for a quote that opens there and is never closed.");
    }

    private static String names(int columns) {
        return IntStream.range(0, columns).mapToObj(c -> "c" + c).collect(Collectors.joining(","));
    }

    @Test
    void run_otherCharacterSets_areReadAlike() {
        String text = "name,size\n" + "caf\u00e9,1.5\n".repeat(70_000);
        Table expected = CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text)));
        List<Table> tables = new ArrayList<>();
        tables.add(CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text, StandardCharsets.ISO_8859_1))
                .withEncoding("ISO-8859-1")));
        tables.add(CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text, StandardCharsets.UTF_16))));
        tables.add(CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, "\uFEFF" + text, StandardCharsets.UTF_16LE))));
        tables.add(CsvFiles.read(
                CsvIngest.of(CsvFiles.write(folder, "\uFEFF" + text)).withEncoding("windows-1252")));
        assertThat(tables).allSatisfy(table -> assertThat(table).isEqualTo(expected));
    }

    @Test
    void run_damagedGzip_isRefusedOnThreads() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            SplittableRandom random = new SplittableRandom(1);
            StringBuilder text = new StringBuilder("a,b\n");
            for (int row = 0; row < 200_000; row++) {
                text.append(random.nextInt())
                        .append(',')
                        .append(random.nextInt())
                        .append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        Path file = CsvFiles.write(folder, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file)))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[CSV_ARCHIVE] " + file + " is a damaged or encrypted archive (");
    }
}
