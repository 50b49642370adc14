package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.data.DataInput;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

class CsvSettingsTest {
    @TempDir
    Path folder;

    @Test
    void run_tsv_readsTabs() {
        Path file = CsvFiles.write(folder, "a\tb,c\n1\t\"x\ty\"\n");
        assertThat(CsvFiles.read(CsvIngest.tsv(file)))
                .isEqualTo(Table.builder().wholes("a", 1).text("b,c", "x\ty").build());
    }

    @Test
    void run_germanNumbers_areNumbers() {
        Path file = CsvFiles.write(folder, "a;b;c\n1,5;1.234;-1.234.567,25\n-0,25;12;1e3\n;999;+7,5\n");
        CsvIngest german =
                CsvIngest.of(file).withDelimiter(";").withDecimal(",").withThousands(".");
        assertThat(CsvFiles.read(german.withTypes(Map.of("c", ColumnType.NUMBER))))
                .isEqualTo(Table.builder()
                        .numbers("a", 1.5, -0.25, Double.NaN)
                        .wholes("b", 1234, 12, 999)
                        .numbers("c", -1234567.25, 1000, 7.5)
                        .build());
    }

    @Test
    void run_quotedDecimalCommaInACommaFile_isANumber() {
        Path file = CsvFiles.write(folder, "a,b\n\"1,5\",2\n3,\"4,25\"\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withDecimal(",")))
                .isEqualTo(Table.builder()
                        .numbers("a", 1.5, 3)
                        .numbers("b", 2, 4.25)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234 | 1234",
                "12,345,678 | 12345678",
                "-1,234.5 | -1234.5",
                "1234 | 1234",
                "1234.5 | 1234.5",
                "1,234e3 | 1234000"
            })
    void run_thousands_areTakenOut(String cell, double value) {
        assertThat(thousands(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23",
                "1,2345",
                "1234,567",
                "0,123",
                ",123",
                "1,,234",
                "123,",
                "1,234,56",
                "1.5,000",
                "12 345",
                "-,123"
            })
    void run_oddGroups_areText(String cell) {
        Path file = CsvFiles.write(folder, "v;w\n" + cell + ";1\n");
        Table table = CsvFiles.read(CsvIngest.of(file).withDelimiter(";").withThousands(","));
        assertThat(table.text("v").text(0)).isEqualTo(cell);
    }

    private double thousands(String cell) {
        Path file = CsvFiles.write(folder, "v;w\n" + cell + ";1\n");
        Table table = CsvFiles.read(CsvIngest.of(file).withDelimiter(";").withThousands(","));
        return table.numbers("v").value(0);
    }

    @Test
    void run_pointWhereTheDecimalIsAComma_isText() {
        Path file = CsvFiles.write(folder, "v;w\n1.5;1\n");
        Table table = CsvFiles.read(CsvIngest.of(file).withDelimiter(";").withDecimal(","));
        assertThat(table.text("v").text(0)).isEqualTo("1.5");
    }

    @Test
    void run_missingTokenThatIsANumber_isMissing() {
        Path file = CsvFiles.write(folder, "v\n1.5\n-999\n2\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withMissing("-999")))
                .isEqualTo(Table.of(List.of(NumberColumn.of("v", 1.5, Double.NaN, 2))));
    }

    @Test
    void run_delimiterOfNumbers_splitsThem() {
        Path file = CsvFiles.write(folder, "a-b-c\n1-2-\n-4-5\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withDelimiter("-")).wholes("b"))
                .isEqualTo(Table.builder().wholes("b", 2, 4).build().wholes("b"));
    }

    @Test
    void run_header_namesTheColumnsOfAFileWithoutOne() {
        Path file = CsvFiles.write(folder, "\n1,x\n2,y\n");
        assertThat(CsvFiles.read(CsvIngest.of(file).withHeader("id", "name")))
                .isEqualTo(Table.builder()
                        .wholes("id", 1, 2)
                        .text("name", "x", "y")
                        .build());
        assertThat(CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, "")).withHeader("id"))
                        .rowCount())
                .isZero();
    }

    @Test
    void run_pattern_readsAllFilesInTheOrderOfTheirPaths() throws IOException {
        Files.writeString(folder.resolve("part-2.csv"), "a,b\n2,y\n");
        Files.writeString(folder.resolve("part-10.csv"), "a,b\n10,z");
        Files.writeString(folder.resolve("part-1.csv"), "\n\na,b\n");
        Files.writeString(folder.resolve("other.txt"), "no csv\n");
        CsvIngest ingest = CsvIngest.of(folder.resolve("part-*.csv"));
        assertThat(CsvFiles.read(ingest))
                .isEqualTo(
                        Table.builder().wholes("a", 10, 2).text("b", "z", "y").build());
        assertThat(ingest.inputs()).containsExactly(DataInput.glob(folder + "/part-*.csv"));
    }

    @Test
    void run_patternAndAFaultInOneFile_namesThatFile() throws IOException {
        Files.writeString(folder.resolve("p1.csv"), "a,b\n1,2\n");
        Path second = Files.writeString(folder.resolve("p2.csv"), "a,b\n1,2\n\n3\n");
        fails(
                CsvIngest.of(folder.resolve("p*.csv")),
                "[CSV_FIELDS] the header has 2 fields and a row has 1: " + second
                        + " line 4. Quote fields that hold the delimiter, or mend the row.");
    }

    @Test
    void run_patternWithOtherHeaders_isRefused() throws IOException {
        Path first = Files.writeString(folder.resolve("p1.csv"), "a,b\n1,2\n");
        Path second = Files.writeString(folder.resolve("p2.csv"), "a,c\n1,2\n");
        CsvIngest ingest = CsvIngest.of(folder.resolve("p?.csv"));
        fails(
                ingest,
                "[CSV_OTHER_HEADER] the header of " + second + " is not that of " + first
                        + ": column 2 is \"c\" and not \"b\". Files that are read together need one header.");
        Files.writeString(second, "a\n1\n");
        fails(
                ingest,
                "[CSV_OTHER_HEADER] the header of " + second + " is not that of " + first
                        + ": it has 1 field and not 2. Files that are read together need one header.");
    }

    @Test
    void run_patternWithoutMatch_isRefused() {
        Path pattern = folder.resolve("*.csv");
        fails(
                CsvIngest.of(pattern),
                "[CSV_NO_FILE] there is no file that " + pattern
                        + " matches. Check the pattern, or fetch the data first.");
    }

    @Test
    void inputs_nameWithWildcardsOfAFileThatIsThere_isThatFile() throws IOException {
        Path odd = Files.writeString(folder.resolve("a[1].csv"), "v\n1\n");
        assertThat(CsvIngest.of(odd).inputs()).containsExactly(DataInput.file(odd));
        assertThat(CsvFiles.read(CsvIngest.of(odd)).rowCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1", "-", "e", " ", "\u066B"})
    void of_impossibleDecimal_isRefused(String decimal) {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withDecimal(decimal))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_DECIMAL] decimal is \"" + decimal
                        + "\": it must be one ASCII character that numbers do not hold otherwise: \".\" or \",\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ",,", "7", "\u00A0"})
    void of_impossibleThousands_isRefused(String thousands) {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withThousands(thousands))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_THOUSANDS] thousands is \"" + thousands
                        + "\": it must be one ASCII character that numbers do not hold otherwise, for example \",\", \".\""
                        + " or \"'\", or empty for none.");
    }

    @Test
    void of_oneNameTwiceInTheHeader_isRefused() {
        assertThatThrownBy(() -> CsvIngest.of(Path.of("a.csv")).withHeader("a", "b", "a"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_HEADER] header names two columns \"a\": names are unique. Rename one.");
    }

    private static void fails(CsvIngest ingest, String message) {
        assertThatThrownBy(() -> CsvFiles.read(ingest))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
