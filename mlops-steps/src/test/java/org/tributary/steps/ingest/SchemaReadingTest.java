package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

class SchemaReadingTest {
    private static final String HEAD = "row,file,line,column,value,rule,reason\n";

    @TempDir
    Path folder;

    private final RecordingContext context = new RecordingContext("ingest");

    @Test
    void error_goodFile_isTheTableWithTheTypesOfTheRules() {
        Table table = csv(
                "id,when,fare,crew,code,more\n1,2020-01-01,2,TRUE,AB,7\n2,NA,NaN,NA,,x\n",
                Schema.of(
                        ColumnRule.of("id", ColumnType.WHOLE).required().withoutDuplicates(),
                        ColumnRule.of("when", ColumnType.TIME).withMin("2020-01-01"),
                        ColumnRule.of("fare", ColumnType.NUMBER).withMax("2"),
                        ColumnRule.of("crew", ColumnType.BOOLEAN).withAllowed("true"),
                        ColumnRule.of("code", ColumnType.TEXT).withPattern("[A-Z]+")));
        assertThat(table)
                .isEqualTo(Table.builder()
                        .wholes("id", 1, 2)
                        .times("when", LocalDateTime.of(2020, 1, 1, 0, 0), null)
                        .numbers("fare", 2, Double.NaN)
                        .booleans("crew", true, null)
                        .text("code", "AB", null)
                        .text("more", "7", "x")
                        .build());
        assertThat(context.metrics.keySet()).containsExactly("ingest.columns", "ingest.rows");
    }

    @Test
    void error_brokenFile_countsAllAndShowsFive() {
        Path file = CsvFiles.write(folder, "id,age\n1,130\n\n2,\"-1\n\"\n2,x\n,\n3,121\n4,122\n");
        Schema schema = Schema.of(
                ColumnRule.of("id", ColumnType.WHOLE).required().withoutDuplicates(),
                ColumnRule.of("age", ColumnType.WHOLE).required().withMin("0").withMax("120"));
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file).withSchema(schema)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SCHEMA_BROKEN] " + file + " breaks its schema in 8 places, 6 of 6 rows:"
                        + "\n  row 1, line 2, column \"age\": \"130\" is greater than 120"
                        + "\n  row 2, line 4, column \"age\": \"-1\n\" is not of type whole"
                        + "\n  row 3, line 6, column \"id\": \"2\" is in row 2, too"
                        + "\n  row 3, line 6, column \"age\": \"x\" is not of type whole"
                        + "\n  row 4, line 7, column \"id\": the value is missing"
                        + "\n  and 3 more"
                        + "\nMend the data, change the rules, or set violations to reject to set such rows aside.");
    }

    @Test
    void error_oneValue_isTheOnlyOneShown() {
        Path file = CsvFiles.write(folder, "age\n130\n");
        Schema schema = Schema.of(ColumnRule.of("age", ColumnType.WHOLE).withMax("120"));
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file).withSchema(schema)))
                .hasMessage("[SCHEMA_BROKEN] " + file + " breaks its schema in 1 place, 1 of 1 row:"
                        + "\n  row 1, line 2, column \"age\": \"130\" is greater than 120"
                        + "\nMend the data, change the rules, or set violations to reject to set such rows aside.");
    }

    @Test
    void reject_eachRule_setsItsRowsAside() {
        Table table = csv(
                "k,w,n,t,b,s\n"
                        + "a,1,0.5,2020-01-02,true,AB\n"
                        + "b,0,0.5,2020-01-02,true,AB\n"
                        + "c,1,9,2020-01-02,true,AB\n"
                        + "d,1,0.5,2020-01-01T23:59,true,AB\n"
                        + "e,1,0.5,2020-01-02,false,AB\n"
                        + "f,1,0.5,2020-01-02,true,ABc\n"
                        + "a,1,0.5,2020-01-02,true,AB\n"
                        + "NA,1,0.5,2020-01-02,true,AB\n"
                        + "g,2,0.5,2020-01-02,true,AB\n",
                Schema.of(
                                ColumnRule.of("k", ColumnType.TEXT).required().withoutDuplicates(),
                                ColumnRule.of("w", ColumnType.WHOLE).withMin("1"),
                                ColumnRule.of("n", ColumnType.NUMBER).withMax("1.5"),
                                ColumnRule.of("t", ColumnType.TIME).withMin("2020-01-02"),
                                ColumnRule.of("b", ColumnType.BOOLEAN).withAllowed("true"),
                                ColumnRule.of("s", ColumnType.TEXT)
                                        .withAllowed("AB", "ABc")
                                        .withPattern("[A-Z]+"))
                        .withViolations(Violations.REJECT));
        LocalDateTime day = LocalDateTime.of(2020, 1, 2, 0, 0);
        assertThat(table)
                .isEqualTo(Table.builder()
                        .text("k", "a", "g")
                        .wholes("w", 1, 2)
                        .numbers("n", 0.5, 0.5)
                        .times("t", day, day)
                        .booleans("b", true, true)
                        .text("s", "AB", "AB")
                        .build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "2,data.csv,3,w,0,min,is less than 1\n"
                        + "3,data.csv,4,n,9,max,is greater than 1.5\n"
                        + "4,data.csv,5,t,2020-01-01T23:59,min,is less than 2020-01-02\n"
                        + "5,data.csv,6,b,false,allowed,is none of true\n"
                        + "6,data.csv,7,s,ABc,pattern,does not match [A-Z]+\n"
                        + "7,data.csv,8,k,a,unique,\"is in row 1, too\"\n"
                        + "8,data.csv,9,k,,nullable,is missing\n");
        assertThat(context.metrics)
                .containsEntry("ingest.rows", 2.0)
                .containsEntry("ingest.rejected", 7.0)
                .containsEntry("ingest.rejected.min", 2.0)
                .containsEntry("ingest.rejected.max", 1.0)
                .containsEntry("ingest.rejected.allowed", 1.0)
                .containsEntry("ingest.rejected.pattern", 1.0)
                .containsEntry("ingest.rejected.unique", 1.0)
                .containsEntry("ingest.rejected.nullable", 1.0)
                .doesNotContainKey("ingest.rejected.type");
        assertThat(context.warnings)
                .containsExactly(folder.resolve("data.csv")
                        + " breaks its schema in 7 places, 7 of 9 rows, which are set aside: see ingest/rejects.csv.");
    }

    @Test
    void reject_valueOfAnotherType_isSetAsideAsWritten() {
        Table table = csv(
                "n, w ,b,t,s\n1.50,1,true,2020-01-01,x\n 1.5 ,+2,false,2020-01-02 10:00,x\none,3,no,1.1.2020,\"one,\"\"\"\n"
                        + "NA,0x1,True,NA,x\n,007,NA,2020-01-03,x\n",
                Schema.of(
                                ColumnRule.of("n", ColumnType.NUMBER),
                                ColumnRule.of("w", ColumnType.WHOLE),
                                ColumnRule.of("b", ColumnType.BOOLEAN),
                                ColumnRule.of("t", ColumnType.TIME))
                        .withViolations(Violations.REJECT));
        assertThat(table)
                .isEqualTo(Table.builder()
                        .numbers("n", 1.5, 1.5, Double.NaN)
                        .wholes("w", 1, 2, 7)
                        .booleans("b", true, false, null)
                        .times(
                                "t",
                                LocalDateTime.of(2020, 1, 1, 0, 0),
                                LocalDateTime.of(2020, 1, 2, 10, 0),
                                LocalDateTime.of(2020, 1, 3, 0, 0))
                        .text("s", "x", "x", "x")
                        .build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "3,data.csv,4,n,one,type,is not of type number\n"
                        + "3,data.csv,4,b,no,type,is not of type boolean\n"
                        + "3,data.csv,4,t,1.1.2020,type,is not of type time\n"
                        + "4,data.csv,5,w,0x1,type,is not of type whole\n");
    }

    @Test
    void reject_numbersWithACommaForAPoint_areStillNumbers() {
        Path file = CsvFiles.write(folder, "n;w\n1,5;1.000\n1.5x;2\n2,5;3\n");
        Schema schema = Schema.of(
                        ColumnRule.of("n", ColumnType.NUMBER).withMax("2"), ColumnRule.of("w", ColumnType.WHOLE))
                .withViolations(Violations.REJECT);
        CsvIngest ingest = CsvIngest.of(file)
                .withDelimiter(";")
                .withDecimal(",")
                .withThousands(".")
                .withSchema(schema);
        assertThat(CsvFiles.read(ingest, context))
                .isEqualTo(Table.builder().numbers("n", 1.5).wholes("w", 1000).build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "2,data.csv,3,n,1.5x,type,is not of type number\n3,data.csv,4,n,2.5,max,is greater than 2\n");
    }

    @Test
    void reject_fileOfManyBlocks_hasEachRowInItsPlace() {
        int rows = 400_000;
        StringBuilder text = new StringBuilder("id,n\n");
        for (int row = 1; row <= rows; row++) {
            text.append(row).append(row % 70_000 == 0 ? ",none\n" : ",0.25\n");
        }
        Schema schema = Schema.of(
                        ColumnRule.of("n", ColumnType.NUMBER),
                        ColumnRule.of("id", ColumnType.WHOLE).withoutDuplicates())
                .withViolations(Violations.REJECT);
        Table table = csv(text.toString(), schema);
        assertThat(table.rowCount()).isEqualTo(rows - 5);
        assertThat(table.wholes("id").value(69_998)).isEqualTo(69_999);
        assertThat(table.wholes("id").value(69_999)).isEqualTo(70_001);
        assertThat(rejects())
                .startsWith(HEAD + "70000,data.csv,70001,n,none,type,is not of type number\n")
                .endsWith("\n350000,data.csv,350001,n,none,type,is not of type number\n");
    }

    @Test
    void error_severalFiles_namesTheFileOfEachRow() throws IOException {
        CsvIngest ingest = severalFiles(Violations.ERROR);
        assertThatThrownBy(() -> CsvFiles.read(ingest))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SCHEMA_BROKEN] " + ingest.path() + " breaks its schema in 4 places, 4 of 6 rows:"
                        + "\n  row 1, " + folder.resolve("p1.csv") + " line 2, column \"age\": \"-1\" is less than 0"
                        + "\n  row 3, " + folder.resolve("p3.csv")
                        + " line 4, column \"age\": \"x\" is not of type whole"
                        + "\n  row 5, " + folder.resolve("p3.csv") + " line 6, column \"id\": \"2\" is in row 2, too"
                        + "\n  row 6, " + folder.resolve("p4.csv") + " line 2, column \"age\": the value is missing"
                        + "\nMend the data, change the rules, or set violations to reject to set such rows aside.");
    }

    @Test
    void reject_severalFiles_listsTheFileOfEachRow() throws IOException {
        CsvIngest ingest = severalFiles(Violations.REJECT);
        assertThat(CsvFiles.read(ingest, context))
                .isEqualTo(
                        Table.builder().wholes("id", 2, 4).wholes("age", 2, 4).build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "1,p1.csv,2,age,-1,min,is less than 0\n"
                        + "3,p3.csv,4,age,x,type,is not of type whole\n"
                        + "5,p3.csv,6,id,2,unique,\"is in row 2, too\"\n"
                        + "6,p4.csv,2,age,,nullable,is missing\n");
        assertThat(context.warnings)
                .containsExactly(ingest.path()
                        + " breaks its schema in 4 places, 4 of 6 rows, which are set aside: see ingest/rejects.csv.");
    }

    /** One has no rows, one a byte order mark and empty lines, one no line break at its end. */
    private CsvIngest severalFiles(Violations violations) throws IOException {
        Files.writeString(folder.resolve("p1.csv"), "id,age\n1,-1\n2,2");
        Files.writeString(folder.resolve("p2.csv"), "id,age\n");
        Files.writeString(folder.resolve("p3.csv"), "\ufeff\nid,age\r\n\r\n3,x\r\n4,4\r\n2,5\r\n");
        Files.writeString(folder.resolve("p4.csv"), "id,age\n6,\n");
        Schema schema = Schema.of(
                ColumnRule.of("id", ColumnType.WHOLE).withoutDuplicates(),
                ColumnRule.of("age", ColumnType.WHOLE).required().withMin("0"));
        return CsvIngest.of(folder.resolve("p*.csv")).withSchema(schema.withViolations(violations));
    }

    @Test
    void error_patternOfOneFile_namesIt() throws IOException {
        Path only = Files.writeString(folder.resolve("p1.csv"), "age\n-1\n");
        Path pattern = folder.resolve("p*.csv");
        Schema schema = Schema.of(ColumnRule.of("age", ColumnType.WHOLE).withMin("0"));
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(pattern).withSchema(schema)))
                .hasMessage("[SCHEMA_BROKEN] " + pattern + " breaks its schema in 1 place, 1 of 1 row:"
                        + "\n  row 1, " + only + " line 2, column \"age\": \"-1\" is less than 0"
                        + "\nMend the data, change the rules, or set violations to reject to set such rows aside.");
    }

    @Test
    void error_fileThatShrinksBeforeItsLinesAreFound_isRefused() {
        Path file = CsvFiles.write(folder, "a\n1\n2\n-1\n");
        Schema schema = Schema.of(ColumnRule.of("a", ColumnType.WHOLE).withMin("0"));
        RecordingContext writing = new RecordingContext("ingest") {
            @Override
            public void progress(long done, long total) {
                CsvFiles.write(folder, "a\n1\n");
            }
        };
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file).withSchema(schema), writing))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_CHANGED] " + file + " changed while it was read. Run again when it is done.");
    }

    @Test
    void reject_nothingToReject_logsZeroAndNoFile() {
        csv("a\n1\n", Schema.of(ColumnRule.of("a", ColumnType.WHOLE)).withViolations(Violations.REJECT));
        assertThat(context.metrics).containsEntry("ingest.rejected", 0.0);
        assertThat(context.artifacts.keySet()).containsExactly("ingest/profile.json");
        assertThat(context.warnings).isEmpty();
    }

    @Test
    void reject_allRows_leavesATableWithoutRows() {
        Table table =
                csv("a\nx\n", Schema.of(ColumnRule.of("a", ColumnType.WHOLE)).withViolations(Violations.REJECT));
        assertThat(table).isEqualTo(Table.builder().wholes("a").build());
    }

    @Test
    void reject_moreThanTheLimit_countsTheRest() {
        int rows = Rejects.MOST_LISTED + 2;
        String lines = IntStream.range(0, rows).mapToObj(row -> "-1,-1\n").collect(Collectors.joining());
        ColumnRule positive = ColumnRule.of("a", ColumnType.WHOLE).withMin("0");
        csv("a,b\n" + lines + "1,1\n", Schema.of(positive).withViolations(Violations.REJECT));
        assertThat(rejects().lines())
                .hasSize(Rejects.MOST_LISTED + 2)
                .contains("100000,data.csv,100001,a,-1,min,is less than 0")
                .endsWith(",,,,,,2 more are not listed");
        assertThat(context.metrics).containsEntry("ingest.rejected", (double) rows);
    }

    @Test
    void reject_longValue_isShortened() {
        csv(
                "a\n" + "x".repeat(300) + "\n",
                Schema.of(ColumnRule.of("a", ColumnType.TEXT).withAllowed("y")).withViolations(Violations.REJECT));
        assertThat(rejects()).isEqualTo(HEAD + "1,data.csv,2,a," + "x".repeat(197) + "...,allowed,is none of y\n");
    }

    @Test
    void missingColumn_inEachFormat_isAnError() {
        Schema schema = Schema.of(ColumnRule.of("b", ColumnType.WHOLE)).withViolations(Violations.REJECT);
        Path csv = CsvFiles.write(folder, "a\n1\n");
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(csv).withSchema(schema)))
                .hasMessage("[CSV_NO_COLUMN] types or schema names a column \"b\" that " + csv
                        + " does not have: columns are a. Did you mean \"a\"?");
        Path lines = JsonLines.write(folder, "{\"a\":1}\n");
        assertThatThrownBy(() -> JsonLines.read(JsonLinesIngest.of(lines).withSchema(schema)))
                .hasMessage("[JSONL_NO_KEY] types or schema names a key \"b\" that no line of " + lines
                        + " has: keys are a. Did you mean \"a\"?");
    }

    @Test
    void pattern_thatTheStackIsTooSmallFor_namesTheRowAndTheCure() {
        String longText = "ab".repeat(500_000);
        Path file = CsvFiles.write(folder, "id,code\n1,ab\n\n2,\n3," + longText + "\n4," + longText + "\n");
        ColumnRule rule = ColumnRule.of("code", ColumnType.TEXT);
        for (Violations violations : Violations.values()) {
            Schema schema = Schema.of(rule.withPattern("(a|b)*")).withViolations(violations);
            assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file).withSchema(schema)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage(
                            "[SCHEMA_PATTERN] the pattern \"(a|b)*\" of column \"code\" runs out of stack on a text of"
                                    + " 1000000 characters: " + file
                                    + ", row 3, line 5. Make the repetition of its groups"
                                    + " possessive, such as (x|y)*+ for (x|y)*, or shorten the text.");
        }
        Schema mended = Schema.of(rule.withPattern("(a|b)*+"));
        assertThat(CsvFiles.read(CsvIngest.of(file).withSchema(mended)).rowCount())
                .isEqualTo(4);
    }

    @Test
    void extraColumn_ifTheSchemaSaysSo_isAnError() {
        Path file = CsvFiles.write(folder, "a,b,c\n1,2,3\n");
        Schema schema = Schema.of(ColumnRule.of("b", ColumnType.WHOLE)).withExtra(Extra.ERROR);
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(file).withSchema(schema)))
                .hasMessage("[SCHEMA_EXTRA] " + file
                        + " has columns without a rule: a, c. Add rules for them, or set extra to" + " allow.");
    }

    @Test
    void wrongType_ofAColumnWithoutARule_isTheUsualError() {
        Path file = CsvFiles.write(folder, "a,b\n1,x\n");
        CsvIngest ingest = CsvIngest.of(file)
                .withTypes(Map.of("b", ColumnType.WHOLE))
                .withSchema(Schema.of(ColumnRule.of("a", ColumnType.WHOLE)).withViolations(Violations.REJECT));
        assertThatThrownBy(() -> CsvFiles.read(ingest))
                .hasMessageStartingWith("[CSV_TYPE] column \"b\" is declared as whole");
    }

    @Test
    void jsonLines_missingKeysAndOtherTypes_areTreatedAsInCsv() {
        Path file = JsonLines.write(
                folder,
                "{\"a\":1,\"s\":\"x\"}\n\n  \n{\"s\":\"y\"}\n{\"a\":1.5}\n{\"a\":\"2\",\"s\":null}\n{\"a\":true}\n");
        Schema schema = Schema.of(ColumnRule.of("a", ColumnType.WHOLE).required(), ColumnRule.of("s", ColumnType.TEXT))
                .withViolations(Violations.REJECT);
        assertThat(JsonLines.read(JsonLinesIngest.of(file).withSchema(schema), context))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("a", Arrays.asList(1L, 2L)))
                        .text("s", "x", null)
                        .build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "2,data.jsonl,4,a,,nullable,is missing\n"
                        + "3,data.jsonl,5,a,1.5,type,is not of type whole\n"
                        + "5,data.jsonl,7,a,true,type,is not of type whole\n");
    }

    private Table csv(String text, Schema schema) {
        return CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text)).withSchema(schema), context);
    }

    private String rejects() {
        return new String(context.artifacts.get("ingest/rejects.csv"), StandardCharsets.UTF_8)
                .replace(folder + File.separator, "");
    }
}
