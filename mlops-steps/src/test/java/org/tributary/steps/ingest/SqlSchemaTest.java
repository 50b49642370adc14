package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/** Schemas where rows have no lines: of a query, and of a Parquet file. */
class SqlSchemaTest {
    private static final String HEAD = "row,file,line,column,value,rule,reason\n";
    private static final String QUERY = "select * from birds";
    private static final String MEND =
            "\nMend the data, change the rules, or set violations to reject to set such rows aside.";
    private static final Schema SCHEMA = Schema.of(
            ColumnRule.of("id", ColumnType.WHOLE).required().withoutDuplicates(),
            ColumnRule.of("mass", ColumnType.NUMBER).withMin("0").withMax("9000"),
            ColumnRule.of("seen", ColumnType.TIME).withMin("2007-01-01"),
            ColumnRule.of("kind", ColumnType.TEXT).withAllowed("Adelie", "Gentoo"));

    @TempDir
    Path folder;

    private final RecordingContext context = new RecordingContext("ingest");
    private Connection sqlite;

    @BeforeEach
    void makeDatabase() throws SQLException {
        sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute(
                sqlite,
                "create table birds(id integer, mass real, seen date, kind text, note text)",
                "insert into birds values (1, 3500, '2007-11-11', 'Adelie', null), (1, null, null, null, 'x'),"
                        + " (null, -1, '2006-12-31', 'Gentoo', null), (4, 'heavy', 'soon', 'Emperor', null),"
                        + " (2.5, 9000, '2020-01-01', 'Gentoo', null), (6, 0, '2007-01-01', 'Gentoo', 'y')");
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        sqlite.close();
    }

    private static void execute(Connection connection, String... sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private Table query(String query, Schema schema) throws InterruptedException {
        return JdbcIngest.of(JdbcQuery.of(query).withSchema(schema), new OneConnection(sqlite))
                .run(context);
    }

    private Path parquet() throws SQLException {
        Path file = folder.resolve("birds.parquet");
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(
                    duckDb,
                    "copy (select * from (values (1, 3500::double, date '2007-11-11', 'Adelie'),"
                            + " (1, -0.5, date '2006-12-31', 'Emperor'), (null, null, null, null),"
                            + " (4, 9000, date '2007-01-01', 'Gentoo')) t(id, mass, seen, kind)) to '" + file
                            + "' (format parquet)");
        }
        return file;
    }

    private Table parquet(Path file, Schema schema) throws InterruptedException {
        return ParquetIngest.of(file).withSchema(schema).run(context);
    }

    private String rejects() {
        return new String(context.artifacts.get("ingest/rejects.csv"), StandardCharsets.UTF_8);
    }

    @Test
    void error_query_showsRowsAndTheQuery() {
        assertThatThrownBy(() -> query(QUERY, SCHEMA))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SCHEMA_BROKEN] query \"select * from birds\" breaks its schema in 8 places, 4 of 6 rows:"
                        + "\n  row 2, column \"id\": \"1\" is in row 1, too"
                        + "\n  row 3, column \"id\": the value is missing"
                        + "\n  row 3, column \"mass\": \"-1\" is less than 0"
                        + "\n  row 3, column \"seen\": \"2006-12-31\" is less than 2007-01-01"
                        + "\n  row 4, column \"mass\": \"heavy\" is not of type number"
                        + "\n  and 3 more" + MEND);
    }

    @Test
    void reject_query_keepsTheOtherRowsAndListsTheRest() throws Exception {
        assertThat(query(QUERY, SCHEMA.withViolations(Violations.REJECT)))
                .isEqualTo(Table.builder()
                        .wholes("id", 1, 6)
                        .numbers("mass", 3500, 0)
                        .times("seen", LocalDateTime.of(2007, 11, 11, 0, 0), LocalDateTime.of(2007, 1, 1, 0, 0))
                        .text("kind", "Adelie", "Gentoo")
                        .text("note", null, "y")
                        .build());
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "2,,,id,1,unique,\"is in row 1, too\"\n"
                        + "3,,,id,,nullable,is missing\n"
                        + "3,,,mass,-1,min,is less than 0\n"
                        + "3,,,seen,2006-12-31,min,is less than 2007-01-01\n"
                        + "4,,,mass,heavy,type,is not of type number\n"
                        + "4,,,seen,soon,type,is not of type time\n"
                        + "4,,,kind,Emperor,allowed,\"is none of Adelie, Gentoo\"\n"
                        + "5,,,id,2.5,type,is not of type whole\n");
        assertThat(context.metrics)
                .containsEntry("ingest.rows", 2.0)
                .containsEntry("ingest.rejected", 4.0)
                .containsEntry("ingest.rejected.type", 3.0);
        assertThat(context.warnings)
                .containsExactly("query \"select * from birds\" breaks its schema in 8 places, 4 of 6 rows,"
                        + " which are set aside: see ingest/rejects.csv.");
        assertThat(sqlite.isClosed()).isFalse();
    }

    @Test
    void error_parquet_namesTheFileOnce() throws Exception {
        Path file = parquet();
        assertThatThrownBy(() -> parquet(file, SCHEMA))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SCHEMA_BROKEN] " + file + " breaks its schema in 5 places, 2 of 4 rows:"
                        + "\n  row 2, column \"id\": \"1\" is in row 1, too"
                        + "\n  row 2, column \"mass\": \"-0.5\" is less than 0"
                        + "\n  row 2, column \"seen\": \"2006-12-31\" is less than 2007-01-01"
                        + "\n  row 2, column \"kind\": \"Emperor\" is none of Adelie, Gentoo"
                        + "\n  row 3, column \"id\": the value is missing" + MEND);
    }

    @Test
    void reject_parquet_listsTheFileWithoutLines() throws Exception {
        Path file = parquet();
        Schema schema = Schema.of(
                        ColumnRule.of("id", ColumnType.WHOLE).required(),
                        ColumnRule.of("kind", ColumnType.WHOLE),
                        ColumnRule.of("mass", ColumnType.TEXT))
                .withViolations(Violations.REJECT);
        assertThat(parquet(file, schema).rowCount()).isZero();
        assertThat(rejects())
                .isEqualTo(HEAD
                        + "1," + file + ",,kind,Adelie,type,is not of type whole\n"
                        + "2," + file + ",,kind,Emperor,type,is not of type whole\n"
                        + "3," + file + ",,id,,nullable,is missing\n"
                        + "4," + file + ",,kind,Gentoo,type,is not of type whole\n");
        assertThat(context.metrics).containsEntry("ingest.rejected", 4.0);
    }

    @Test
    void schema_goodRows_isTheTableWithTheTypesOfTheRules() throws Exception {
        String one = "select id, mass, kind from birds where note = 'y'";
        Schema schema = Schema.of(
                ColumnRule.of("id", ColumnType.TEXT).required().withPattern("\\d"),
                ColumnRule.of("mass", ColumnType.WHOLE).withMax("0"));
        assertThat(query(one, schema))
                .isEqualTo(Table.builder()
                        .text("id", "6")
                        .wholes("mass", 0)
                        .text("kind", "Gentoo")
                        .build());
        assertThat(context.metrics.keySet()).containsExactly("ingest.columns", "ingest.rows");
    }

    @Test
    void schema_typeThatNoColumnHolds_isReadAsTheRuleSays() throws Exception {
        Path file = folder.resolve("odd.parquet");
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(
                    duckDb,
                    "copy (select * from (values (18446744073709551615::ubigint), (9)) t(u)) to '" + file + "'");
        }
        Schema schema = Schema.of(ColumnRule.of("u", ColumnType.WHOLE)).withViolations(Violations.REJECT);
        assertThat(parquet(file, schema))
                .isEqualTo(Table.builder().wholes("u", 9).build());
        assertThat(rejects()).isEqualTo(HEAD + "1," + file + ",,u,18446744073709551615,type,is not of type whole\n");
    }

    @Test
    void columns_missingOrWithoutARule_areErrors() throws Exception {
        Path file = parquet();
        Schema none = Schema.of(ColumnRule.of("kid", ColumnType.WHOLE)).withViolations(Violations.REJECT);
        assertThatThrownBy(() -> query("select id from birds", none))
                .hasMessage("[JDBC_NO_COLUMN] types or schema names a column \"kid\" that is not there:"
                        + " query \"select id from birds\", columns are id. Did you mean \"id\"?");
        assertThatThrownBy(() -> parquet(file, none))
                .hasMessage("[PARQUET_NO_COLUMN] types or schema names a column \"kid\" that is not there: " + file
                        + ", columns are id, mass, seen, kind. Did you mean \"id\"?");
        Schema strict = Schema.of(ColumnRule.of("id", ColumnType.WHOLE)).withExtra(Extra.ERROR);
        assertThatThrownBy(() -> query("select id, kind, note from birds", strict))
                .hasMessage("[SCHEMA_EXTRA] query \"select id, kind, note from birds\" has columns without a rule:"
                        + " kind, note. Add rules for them, or set extra to allow.");
    }

    @Test
    void wrongType_ofAColumnWithoutARule_isTheUsualError() {
        JdbcQuery query = JdbcQuery.of("select id, mass from birds")
                .withTypes(Map.of("mass", ColumnType.NUMBER))
                .withSchema(Schema.of(ColumnRule.of("id", ColumnType.WHOLE)).withViolations(Violations.REJECT));
        assertThatThrownBy(() -> JdbcIngest.of(query, new OneConnection(sqlite)).run(context))
                .hasMessageStartingWith("[JDBC_VALUE] column \"mass\" of SQL type ");
    }

    @Test
    void pattern_thatTheStackIsTooSmallFor_namesTheRow() throws Exception {
        execute(sqlite, "update birds set note = replace(hex(zeroblob(500000)), '00', 'ab') where id = 6");
        Schema schema = Schema.of(ColumnRule.of("note", ColumnType.TEXT).withPattern("(a|b|x)*"));
        assertThatThrownBy(() -> query("select note from birds", schema))
                .hasMessage(
                        "[SCHEMA_PATTERN] the pattern \"(a|b|x)*\" of column \"note\" runs out of stack on a text of"
                                + " 1000000 characters: query \"select note from birds\", row 6. Make the repetition of its"
                                + " groups possessive, such as (x|y)*+ for (x|y)*, or shorten the text.");
    }
}
