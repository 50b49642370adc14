package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.data.DataInput;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

class ParquetIngestTest {

    @TempDir
    private Path folder;

    private Path write(String name, String select) throws SQLException, IOException {
        Path made = folder.resolve("made.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + select + ") TO '" + made + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.move(made, file);
    }

    private static Table read(Path file) throws InterruptedException {
        return ParquetIngest.of(file).run(new StepLog());
    }

    @Test
    void run_eachType_isReadAsWhatItIs() throws Exception {
        Path file = write(
                "types.parquet",
                "SELECT * FROM (VALUES (1::TINYINT, -2::SMALLINT, 3::INTEGER, 9223372036854775807, 4::UINTEGER,"
                        + " 0.5::FLOAT, 1e300::DOUBLE, 2.25::DECIMAL(10,2), true, 'Ünïcödé', DATE '1969-12-31', TIMESTAMP"
                        + " '2026-03-08 02:30:00.000001', TIMESTAMPTZ '2026-01-01 01:00:00+02'), (NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (-1, 2, -3, -9223372036854775808, 5,"
                        + " 'nan', '-inf', -7, false, '', DATE '2026-01-02', TIMESTAMP '0001-01-01 00:00:00', TIMESTAMPTZ"
                        + " '2026-07-01 00:00:00+00')) t(tiny, small, int, big, unsigned, float, double, decimal, truth,"
                        + " text, day, time, zoned)");
        Table expected = Table.builder()
                .add(wholes("tiny", 1L, null, -1L))
                .add(wholes("small", -2L, null, 2L))
                .add(wholes("int", 3L, null, -3L))
                .add(wholes("big", Long.MAX_VALUE, null, Long.MIN_VALUE))
                .add(wholes("unsigned", 4L, null, 5L))
                .numbers("float", 0.5, Double.NaN, Double.NaN)
                .numbers("double", 1e300, Double.NaN, Double.NEGATIVE_INFINITY)
                .numbers("decimal", 2.25, Double.NaN, -7)
                .booleans("truth", true, null, false)
                .text("text", "Ünïcödé", null, "")
                .times("day", LocalDateTime.of(1969, 12, 31, 0, 0), null, LocalDateTime.of(2026, 1, 2, 0, 0))
                .times("time", LocalDateTime.of(2026, 3, 8, 2, 30, 0, 1000), null, LocalDateTime.of(1, 1, 1, 0, 0))
                .times("zoned", LocalDateTime.of(2025, 12, 31, 23, 0), null, LocalDateTime.of(2026, 7, 1, 0, 0))
                .build();
        TimeZone before = TimeZone.getDefault();
        try {
            // In New York no clock showed half past two on that day.
            for (String zone : List.of("America/New_York", "UTC", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(read(file)).as(zone).isEqualTo(expected);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static WholeColumn wholes(String name, Long... values) {
        return WholeColumn.of(name, Arrays.asList(values));
    }

    @Test
    void run_severalRowGroups_keepTheOrderOfTheRows() throws Exception {
        Path file = write("many.parquet", "SELECT range AS n FROM range(50000)");
        StepLog log = new StepLog();
        assertThat(ParquetIngest.of(file).run(log))
                .isEqualTo(Table.builder()
                        .wholes("n", LongStream.range(0, 50_000).toArray())
                        .build());
        assertThat(log.metrics).isEqualTo(Map.of("step.rows", 50_000.0, "step.columns", 1.0));
        assertThat(log.artifacts).containsOnlyKeys("step/profile.json");
        assertThatThrownBy(() -> ParquetIngest.of(file).run(StepLog.cancelledAfter(2)))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void run_noRows_hasTheColumns() throws Exception {
        Table table = read(write("none.parquet", "SELECT 1 AS a, 'x' AS b WHERE false"));
        assertThat(table.rowCount()).isZero();
        assertThat(table.columnNames()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*b.parquet",
                "what?.parquet",
                "[ab].parquet",
                "it's \"quoted\".parquet",
                "{a,b}.parquet",
                "**/f.parquet",
                "year=2024/f.parquet",
                "Ünï cödé.parquet",
                "no ending"
            })
    void run_oddPath_isTakenLiterally(String name) throws Exception {
        write("aXb.parquet", "SELECT 2 AS v");
        write("whatX.parquet", "SELECT 2 AS v");
        write("a.parquet", "SELECT 2 AS v");
        write("xy/f.parquet", "SELECT 2 AS v");
        assertThat(read(write(name, "SELECT 1 AS v")))
                .isEqualTo(Table.builder().wholes("v", 1).build());
    }

    @Test
    void run_decimalsOfManyDigits_areRoundedWithAWarning() throws Exception {
        Path file = write(
                "digits.parquet",
                "SELECT * FROM (VALUES (0.1::DECIMAL(38,20)), (0.12345678901234567890), (0.3),"
                        + " (9.00000000000000000001)) t(d)");
        StepLog log = new StepLog();
        assertThat(ParquetIngest.of(file).run(log))
                .isEqualTo(Table.builder()
                        .numbers("d", 0.1, 0.12345678901234568, 0.3, 9)
                        .build());
        assertThat(log.warnings)
                .containsExactly("column \"d\": 2 values have more digits than a number keeps, and were rounded: "
                        + file + ". To keep them, declare it as text in types.");
        assertThat(ParquetIngest.of(file)
                        .withTypes(Map.of("d", ColumnType.TEXT))
                        .run(new StepLog())
                        .column("d")
                        .text(1))
                .isEqualTo("0.12345678901234567890");
    }

    @Test
    void run_typeThatNoColumnHolds_isRefusedUnlessDeclared() throws Exception {
        Path file = write("odd.parquet", "SELECT 9::UBIGINT AS u, [1, 2] AS list");
        fails(
                file,
                "[PARQUET_TYPE] column \"u\" has SQL type UBIGINT, which no column of a table holds as it is: " + file
                        + ". Declare its type in types.");
        assertThat(ParquetIngest.of(file)
                        .withTypes(Map.of("u", ColumnType.WHOLE, "list", ColumnType.TEXT))
                        .run(new StepLog()))
                .isEqualTo(Table.builder().wholes("u", 9).text("list", "[1, 2]").build());
    }

    @Test
    void run_damagedFile_isToldWithItsPath() throws Exception {
        Path whole = write("whole.parquet", "SELECT range AS n FROM range(5000)");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length - 20));
        fails(
                cut,
                "[PARQUET_DAMAGED] " + cut
                        + " cannot be read as Parquet (Invalid Input Error: No magic bytes found at end" + " of file '"
                        + cut + "'). Make or fetch it again.");
        Path text = Files.writeString(folder.resolve("text.parquet"), "a,b\n1,2\n", StandardCharsets.UTF_8);
        Path empty = Files.createFile(folder.resolve("empty.parquet"));
        for (int i = 4; i < 400; i++) {
            bytes[i] ^= 0x55;
        }
        Path mixed = Files.write(folder.resolve("mixed.parquet"), bytes);
        for (Path file : List.of(text, empty, mixed)) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageStartingWith("[PARQUET_DAMAGED] " + file + " cannot be read as Parquet (");
        }
    }

    @Test
    void run_noFileOrAFolder_isTold() {
        Path none = folder.resolve("none.parquet");
        fails(
                none,
                "[PARQUET_NO_FILE] there is no file " + none + ": looked in " + folder
                        + ". Check the path, or fetch the data first.");
        fails(folder, "[PARQUET_UNREADABLE] " + folder + " is a folder. Give a file that this user may read.");
    }

    @Test
    void run_leavesNoFileBehind() throws Exception {
        Path file = write("alone.parquet", "SELECT 1 AS v");
        List<Path> before = files(Path.of(""));
        read(file);
        assertThat(files(Path.of(""))).isEqualTo(before);
        assertThat(files(folder)).containsExactly(file);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void settings_areTheFileTypesAndSchema() {
        Path path = Path.of("data", "x.parquet");
        assertThat(ParquetIngest.of(path)).isEqualTo(new ParquetIngest(path, Map.of(), Schema.none()));
        Map<String, ColumnType> types = Map.of("a", ColumnType.TEXT);
        Schema schema = Schema.of(ColumnRule.of("b", ColumnType.TEXT));
        assertThat(ParquetIngest.of(path).withTypes(types).withSchema(schema))
                .isEqualTo(new ParquetIngest(path, types, schema));
        assertThat(ParquetIngest.of(path).inputs()).containsExactly(DataInput.file(path));
    }

    private static void fails(Path file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
