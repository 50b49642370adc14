package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

class CsvIngestTest {
    @TempDir
    Path folder;

    @Test
    void of_path_hasTheDocumentedDefaults() {
        CsvIngest ingest = CsvIngest.of(Path.of("a.csv"));
        assertThat(ingest)
                .isEqualTo(new CsvIngest(
                        Path.of("a.csv"),
                        ",",
                        "\"",
                        "UTF-8",
                        List.of("", "NA"),
                        Map.of(),
                        Schema.none(),
                        List.of(),
                        ".",
                        "",
                        List.of()));
        assertThat(ingest.inputs()).hasSize(1);
        assertThat(ingest.withDelimiter(";")
                        .withQuote("'")
                        .withEncoding("UTF-16")
                        .withMissing("?"))
                .isEqualTo(new CsvIngest(
                        Path.of("a.csv"),
                        ";",
                        "'",
                        "UTF-16",
                        List.of("?"),
                        Map.of(),
                        Schema.none(),
                        List.of(),
                        ".",
                        "",
                        List.of()));
    }

    @Test
    void read_withoutARun_givesTheTableOfTheStep() throws InterruptedException {
        CsvIngest ingest = CsvIngest.of(CsvFiles.write(folder, "a,b\n1,x\n,y\n2.5e-3,z\n"));
        assertThat(ingest.read()).isEqualTo(ingest.run(new RecordingContext("ingest")));
    }

    @Test
    void withColumns_some_readsTheseAlone() {
        Path file = CsvFiles.write(folder, "a,b,c,d\n1,x,2007-13-11,\"q\"\n2,7,,r\n");
        CsvIngest ingest = CsvIngest.of(file).withColumns("d", "a");
        assertThat(CsvFiles.read(ingest))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("a", List.of(1L, 2L)))
                        .text("d", "q", "r")
                        .build());
    }

    @Test
    void withColumns_oneThatIsReadAgain_readsTheseAlone() {
        Path file = CsvFiles.write(folder, "a,b\n1,1\nx,y\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withColumns("b")))
                .isEqualTo(Table.builder().text("b", "1", "y").build());
    }

    @Test
    void withColumns_oneThatTheFileLacks_isRefused() {
        Path file = CsvFiles.write(folder, "age,b\n1,1\n");
        assertThatThrownBy(() -> CsvIngest.of(file).withColumns("aeg").read())
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_NO_COLUMN] columns names a column \"aeg\" that " + file
                        + " does not have: columns are age, b. Did you mean \"age\"?");
    }

    @Test
    void withColumns_withoutOneThatIsDeclared_isRefused() {
        CsvIngest typed = CsvIngest.of(Path.of("a.csv")).withTypes(Map.of("a", ColumnType.TEXT));
        CsvIngest ruled = CsvIngest.of(Path.of("a.csv")).withSchema(Schema.of(ColumnRule.of("a", ColumnType.TEXT)));
        for (CsvIngest ingest : List.of(typed, ruled)) {
            assertThatThrownBy(() -> ingest.withColumns("b"))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[CSV_COLUMNS] types or schema names column \"a\", which is not among columns:"
                            + " add it to columns, or take it out of types or schema.");
        }
    }

    @Test
    void read_schemaThatSetsRowsAside_isRefused() {
        Path file = CsvFiles.write(folder, "a\n1\n");
        CsvIngest ingest = CsvIngest.of(file).withSchema(Schema.none().withViolations(Schema.Violations.REJECT));
        assertThatThrownBy(ingest::read)
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SCHEMA_REJECTS] " + file
                        + " is read outside of a run, and its schema sets rows aside in a file"
                        + " of the run: read it as a step of a pipeline, or let violations be errors.");
    }

    @Test
    void read_interruptedThread_stops() {
        CsvIngest ingest = CsvIngest.of(CsvFiles.write(folder, "a\n1\n"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(ingest::read).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void run_eachType_isInferredFromAllValues() {
        Table table = read("""
                w,n,b,t,s
                1,1.5,true,2007-11-11,x
                NA,2,FALSE,2007-11-11T10:15,2
                -3,,,NA,
                """);
        assertThat(table)
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("w", Arrays.asList(1L, null, -3L)))
                        .numbers("n", 1.5, 2, Double.NaN)
                        .booleans("b", true, false, null)
                        .times("t", LocalDateTime.of(2007, 11, 11, 0, 0), LocalDateTime.of(2007, 11, 11, 10, 15), null)
                        .text("s", "x", "2", null)
                        .build());
    }

    @Test
    void run_wholesThenADecimal_areAllNumbers() {
        assertThat(column("NA\n1\n2\n-0\n1e3")).isEqualTo(NumberColumn.of("c", Double.NaN, 1, 2, -0.0, 1000));
    }

    @Test
    void run_laterText_givesTheFirstCellsBackAsWritten() {
        assertThat(column("1.50\nNA\n 2.0 \nabc")).isEqualTo(TextColumn.of("c", "1.50", null, " 2.0 ", "abc"));
        assertThat(column("TRUE\nfalse\nmaybe")).isEqualTo(TextColumn.of("c", "TRUE", "false", "maybe"));
        assertThat(column("2007-11-11\n2007-13-11")).isEqualTo(TextColumn.of("c", "2007-11-11", "2007-13-11"));
        assertThat(column("true\n1")).isEqualTo(TextColumn.of("c", "true", "1"));
        assertThat(column("1\n2.5\ntrue")).isEqualTo(TextColumn.of("c", "1", "2.5", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "+49", "12345678901234567890", "1e400", "1_000", "0x1F", "1d", "٣٤", "12:30", "yes"})
    void run_whatANumberWouldLose_staysText(String text) {
        assertThat(column("1\n" + text)).isEqualTo(TextColumn.of("c", "1", text));
        assertThat(column(text + "\n1")).isEqualTo(TextColumn.of("c", text, "1"));
    }

    @Test
    void run_specialNumbers_areRead() {
        assertThat(column("NaN\nInfinity\n-Infinity\n-0.0\n1e-400\n7"))
                .isEqualTo(NumberColumn.of("c", Double.NaN, 1 / 0.0, -1 / 0.0, -0.0, 0, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "2007-11-11 10:15, 2007-11-11T10:15",
        "2007-11-11T10:15:30, 2007-11-11T10:15:30",
        "2007-11-11T10:15:30.123456789, 2007-11-11T10:15:30.123456",
        "2007-11-11T10:15Z, 2007-11-11T10:15",
        "2007-11-11T10:15:30+02:00, 2007-11-11T08:15:30",
        "2007-11-11 23:15-01:00, 2007-11-12T00:15",
        "0001-01-01, 0001-01-01"
    })
    void run_isoTimes_areRead(String cell, String text) {
        assertThat(column(cell).type()).isEqualTo(ColumnType.TIME);
        assertThat(column(cell).text(0)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2007-02-30", "2007-11-11T", "2007-11-11T25:00", "11-11-2007x", "2007-1-1", "2007-11-11X10:15"})
    void run_otherTimes_stayText(String cell) {
        assertThat(column(cell)).isEqualTo(TextColumn.of("c", cell));
    }

    @Test
    void run_spacesAround_areIgnoredExceptInText() {
        assertThat(column(" 1\n\t2 \n NA ")).isEqualTo(WholeColumn.of("c", Arrays.asList(1L, 2L, null)));
        assertThat(read(" a , b\n x, y").columnNames()).containsExactly("a", "b");
        assertThat(column(" x\n\" NA \"")).isEqualTo(TextColumn.of("c", " x", null));
    }

    @Test
    void run_otherMissingTokens_replaceTheDefaults() {
        Path file = CsvFiles.write(folder, "a,b\n?,\n1,NA\n-,x\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withMissing("?", "-")))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("a", Arrays.asList(null, 1L, null)))
                        .text("b", "", "NA", "x")
                        .build());
    }

    @Test
    void run_onlyMissingOrHeaderOnly_isText() {
        assertThat(column("NA\n\"\"")).isEqualTo(TextColumn.of("c", null, null));
        assertThat(read("a,b\n")).isEqualTo(Table.builder().text("a").text("b").build());
        assertThat(read("a,b")).isEqualTo(Table.builder().text("a").text("b").build());
    }

    @Test
    void run_quotes_holdDelimitersBreaksAndQuotes() {
        assertThat(column("\"a,b\"\n\"line\r\nbreak\"\n\"say \"\"hi\"\"\"\nin\"side"))
                .isEqualTo(TextColumn.of("c", "a,b", "line\r\nbreak", "say \"hi\"", "in\"side"));
        assertThat(column("\"1\"\n\"2\"")).isEqualTo(WholeColumn.of("c", 1, 2));
    }

    @Test
    void run_otherDelimiterAndQuote_areUsed() {
        Path file = CsvFiles.write(folder, "a;b\n'x;y';\"1,5\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withDelimiter(";").withQuote("'")))
                .isEqualTo(Table.builder().text("a", "x;y").text("b", "\"1,5").build());
    }

    @Test
    void run_withoutAQuote_takesQuotesAsText() {
        Path file = CsvFiles.write(folder, "a\tb\n\"x\t'y'\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withDelimiter("\t").withQuote("")))
                .isEqualTo(Table.builder().text("a", "\"x").text("b", "'y'").build());
    }

    @Test
    void run_lineEndsMixedAndEmptyLines_areRowsAlike() {
        assertThat(read("a,b\r\n1,2\n\n3,4\r5,\"x\"\r\n\r\n"))
                .isEqualTo(Table.builder()
                        .wholes("a", 1, 3, 5)
                        .text("b", "2", "4", "x")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void run_byteOrderMark_overrulesTheEncoding(String charset) {
        Path file = CsvFiles.write(folder, "\uFEFFid,text\n1,é\uD83D\uDC27\n", Charset.forName(charset));
        assertThat(CsvFiles.read(CsvIngest.of(file).withEncoding("ISO-8859-1")))
                .isEqualTo(Table.builder()
                        .wholes("id", 1)
                        .text("text", "é\uD83D\uDC27")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void run_declaredEncoding_isUsed(String charset) {
        Path file = CsvFiles.write(folder, "id,text\n1,café\n", Charset.forName(charset));
        assertThat(CsvFiles.read(CsvIngest.of(file).withEncoding(charset)).text("text"))
                .isEqualTo(TextColumn.of("text", "café"));
    }

    @Test
    void run_manyCharactersAcrossBuffers_areWhole() {
        StringBuilder text = new StringBuilder("c\n");
        String[] rows = new String[40_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "é\uD83D\uDC27".repeat(i % 5) + "x" + i;
            text.append(rows[i]).append('\n');
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
            Path file = CsvFiles.write(folder, text.toString(), charset);
            assertThat(CsvFiles.read(CsvIngest.of(file).withEncoding(charset.name()))
                            .column("c"))
                    .isEqualTo(TextColumn.of("c", rows));
        }
    }

    @Test
    void run_declaredTypes_readMoreThanInferredOnes() {
        Path file = CsvFiles.write(folder, "zip,code,n,d\n00501,+7,01.5,1\n10001,8,NaN,2\n");
        Map<String, ColumnType> types = Map.of(
                "zip", ColumnType.TEXT, "code", ColumnType.WHOLE, "n", ColumnType.NUMBER, "d", ColumnType.NUMBER);
        assertThat(CsvFiles.read(CsvIngest.of(file).withTypes(types)))
                .isEqualTo(Table.builder()
                        .text("zip", "00501", "10001")
                        .wholes("code", 7, 8)
                        .numbers("n", 1.5, Double.NaN)
                        .numbers("d", 1, 2)
                        .build());
    }

    @Test
    void run_table_logsRowsColumnsAndProfile() {
        RecordingContext context = new RecordingContext("ingest");
        Table table = CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, "a,b\n1,x\n2,y\n")), context);
        assertThat(context.metrics).isEqualTo(Map.of("ingest.rows", 2.0, "ingest.columns", 2.0));
        assertThat(context.artifacts).containsOnlyKeys("ingest/profile.json");
        assertThat(TableProfile.fromJson(context.artifacts.get("ingest/profile.json")))
                .isEqualTo(TableProfile.of(table));
        assertThat(context.warnings).isEmpty();
    }

    @Test
    void run_numbersWithOneText_warnsWhere() {
        Path file = CsvFiles.write(folder, "c\n" + "5\n".repeat(10) + "n/a\n6\n");
        RecordingContext context = new RecordingContext("ingest");
        assertThat(CsvFiles.read(CsvIngest.of(file), context).column("c").type())
                .isEqualTo(ColumnType.TEXT);
        assertThat(context.warnings)
                .containsExactly("column \"c\" is text: after 10 numbers it holds \"n/a\", " + file
                        + " line 12. If that stands for a missing value, name it in missing.");
    }

    @Test
    void run_anyDefaultLocale_readsTheSame() {
        Path file = CsvFiles.write(folder, "TITLE,n,b,t\nI,1.5,TRUE,2007-11-11\ni,1234567,False,2008-01-01\n");
        Table expected = CsvFiles.read(CsvIngest.of(file));
        assertThat(expected.columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.TEXT, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.TIME);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "de-DE", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(CsvFiles.read(CsvIngest.of(file))).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void run_interrupted_stops() {
        Path file = CsvFiles.write(folder, "c\n" + "1\n".repeat(10_000));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> CsvIngest.of(file).run(new RecordingContext("ingest")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,", "\n", "\0"})
    void of_impossibleDelimiter_isRefused(String delimiter) {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withDelimiter(delimiter))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_DELIMITER] delimiter is \"" + delimiter
                        + "\": it must be one ASCII character and no line break, for example \",\", \";\" or a tab.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "''", "\r", "\0"})
    void of_impossibleQuote_isRefused(String quote) {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withQuote(quote))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_QUOTE] quote is \"" + quote + "\": it must be one ASCII character that is neither"
                        + " the delimiter nor a line break, or empty for none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-9", "", "latin 1"})
    void of_unknownEncoding_isRefused(String encoding) {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withEncoding(encoding))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_ENCODING] there is no character set \"" + encoding
                        + "\": names are for example UTF-8, UTF-16LE, ISO-8859-1 and windows-1252.");
    }

    private Table read(String text) {
        return CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text)));
    }

    private Column column(String cells) {
        return read("c\n" + cells).column("c");
    }
}
