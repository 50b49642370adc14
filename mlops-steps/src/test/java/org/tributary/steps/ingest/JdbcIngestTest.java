package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepFactory;
import org.tributary.steps.StepLog;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

class JdbcIngestTest {
    private static final String ADVICE = " Cast it in the query, or declare its type in types.";

    @TempDir
    private Path folder;

    private SQLiteDataSource source;

    @BeforeEach
    void makeDatabase() throws SQLException {
        source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("test.db"));
        execute(
                "create table birds(id integer, mass real, price decimal(10,2), ringed boolean, found date,"
                        + " seen timestamp, kind varchar(20), note text, photo blob)",
                "insert into birds values(1, 3.5, 2.25, 1, '2026-01-02', '2026-01-02 03:04:05.25', 'Ünïcödé', '',"
                        + " x'00')",
                "insert into birds values(2, null, null, null, null, null, null, null, null)",
                "insert into birds values(-9223372036854775808, -1e300, 7, 0, '1969-12-31',"
                        + " '2026-01-02T03:04:05+02:00', 'Gentoo', 'a''b', x'01')");
    }

    private void execute(String... sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private Table run(JdbcQuery query) throws InterruptedException {
        return run(query, new StepLog());
    }

    private Table run(JdbcQuery query, StepLog log) throws InterruptedException {
        return JdbcIngest.of(query, source).run(log);
    }

    @Test
    void run_eachType_isReadAsWhatItIs() throws Exception {
        Table table = run(JdbcQuery.of("select id, mass, price, ringed, found, seen, kind, note from birds"));
        assertThat(table)
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("id", 1, 2, Long.MIN_VALUE))
                        .numbers("mass", 3.5, Double.NaN, -1e300)
                        .numbers("price", 2.25, Double.NaN, 7)
                        .booleans("ringed", true, null, false)
                        .times("found", LocalDateTime.of(2026, 1, 2, 0, 0), null, LocalDateTime.of(1969, 12, 31, 0, 0))
                        .times(
                                "seen",
                                LocalDateTime.of(2026, 1, 2, 3, 4, 5, 250_000_000),
                                null,
                                LocalDateTime.of(2026, 1, 2, 1, 4, 5))
                        .text("kind", "Ünïcödé", null, "Gentoo")
                        .text("note", "", null, "a'b")
                        .build());
    }

    @Test
    void run_declaredTypes_standInForTheDatabases() throws Exception {
        execute("create table odd(code integer, day text, truth text, whole real, price decimal(4,1), digits text)");
        execute("insert into odd values(7, '2026-05-06', 'TRUE', 5.0, 1.5, '12')");
        Map<String, ColumnType> types = Map.of(
                "code",
                ColumnType.TEXT,
                "day",
                ColumnType.TIME,
                "truth",
                ColumnType.BOOLEAN,
                "whole",
                ColumnType.WHOLE,
                "price",
                ColumnType.TEXT,
                "digits",
                ColumnType.NUMBER);
        assertThat(run(JdbcQuery.of("select * from odd").withTypes(types)))
                .isEqualTo(Table.builder()
                        .text("code", "7")
                        .times("day", LocalDateTime.of(2026, 5, 6, 0, 0))
                        .booleans("truth", true)
                        .wholes("whole", 5)
                        .text("price", "1.5")
                        .numbers("digits", 12)
                        .build());
    }

    @Test
    void run_databaseWithTypesOfColumns_keepsEachValueAndItsAbsence() throws Exception {
        String query = "select * from (values (127::tinyint, 32767::smallint, 2147483647, 9223372036854775807,"
                + " 4294967295::uinteger, 0.1::float, 5e-324::double, true), (0, 0, 0, 0, 0, 0, 0, false),"
                + " (null, null, null, null, null, null, null, null), (-128, -32768, -2147483648,"
                + " -9223372036854775808, 0, 'inf', 'nan', null)) t(a, b, c, d, e, f, g, h)";
        assertThat(duckDb(JdbcQuery.of(query)))
                .isEqualTo(Table.builder()
                        .add(WholeColumn.of("a", Arrays.asList(127L, 0L, null, -128L)))
                        .add(WholeColumn.of("b", Arrays.asList(32767L, 0L, null, -32768L)))
                        .add(WholeColumn.of("c", Arrays.asList(2147483647L, 0L, null, -2147483648L)))
                        .add(WholeColumn.of("d", Arrays.asList(Long.MAX_VALUE, 0L, null, Long.MIN_VALUE)))
                        .add(WholeColumn.of("e", Arrays.asList(4294967295L, 0L, null, 0L)))
                        .numbers("f", 0.1f, 0, Double.NaN, Double.POSITIVE_INFINITY)
                        .numbers("g", Double.MIN_VALUE, 0, Double.NaN, Double.NaN)
                        .booleans("h", true, false, null, null)
                        .build());
    }

    @Test
    void run_declaredTypesOfADatabaseWithTypesOfColumns_standInForThem() throws Exception {
        JdbcQuery query = JdbcQuery.of(
                "select * from (values (9007199254740993, 2::double, true, 1), (2, 7, false, 0)) t(n, w, t, b)");
        Map<String, ColumnType> types =
                Map.of("n", ColumnType.NUMBER, "w", ColumnType.WHOLE, "t", ColumnType.TEXT, "b", ColumnType.BOOLEAN);
        StepLog log = new StepLog();
        assertThat(duckDb(query.withTypes(types), log))
                .isEqualTo(Table.builder()
                        .numbers("n", 9007199254740992.0, 2)
                        .wholes("w", 2, 7)
                        .text("t", "true", "false")
                        .booleans("b", true, false)
                        .build());
        assertThat(log.warnings).hasSize(1).first().asString().startsWith("column \"n\": 1 value has more digits");
    }

    private static Table duckDb(JdbcQuery query) throws Exception {
        return duckDb(query, new StepLog());
    }

    private static Table duckDb(JdbcQuery query, StepLog log) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return JdbcIngest.of(query, new OneConnection(connection)).run(log);
        }
    }

    @Test
    void run_columnWhoseFirstValueTellsItsClass_readsEachValueByItsOwn() throws Exception {
        execute("create table mixed(n real, w integer)", "insert into mixed values(1.5, 1), (null, null), ('12', '7')");
        assertThat(run(JdbcQuery.of("select * from mixed")))
                .isEqualTo(Table.builder()
                        .numbers("n", 1.5, Double.NaN, 12)
                        .add(WholeColumn.of("w", Arrays.asList(1L, null, 7L)))
                        .build());
        execute("insert into mixed values('many', 1)");
        fails(
                JdbcQuery.of("select n from mixed"),
                "[JDBC_VALUE] column \"n\" of SQL type REAL is read as number and holds \"many\" in row 4:"
                        + " query \"select n from mixed\"." + ADVICE);
    }

    @Test
    void run_labels_areTheNames() throws Exception {
        assertThat(run(JdbcQuery.of("select id as \"the id\", kind from birds where 1 = 0"))
                        .columnNames())
                .containsExactly("the id", "kind");
    }

    @Test
    void run_noRows_hasColumnsOfTheTypesThatTheDatabaseKnows() throws Exception {
        Table table = run(JdbcQuery.of("select id, mass, ringed, found, kind from birds where 1 = 0"));
        assertThat(table.rowCount()).isZero();
        assertThat(table.columns().stream().map(column -> column.type()))
                .containsExactly(
                        ColumnType.WHOLE, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.TIME, ColumnType.TEXT);
    }

    @Test
    void run_parameters_areValuesAndNeverSql() throws Exception {
        JdbcQuery query = JdbcQuery.of("select id from birds where kind = ? and id < cast(? as integer)");
        assertThat(run(query.withParameters("Ünïcödé", "10")).wholes("id")).isEqualTo(WholeColumn.of("id", 1));
        assertThat(run(query.withParameters("' or 1 = 1 --", "10")).rowCount()).isZero();
    }

    @Test
    void run_manyRowsInSmallPieces_keepsTheirOrder() throws Exception {
        fillNumbers();
        StepLog log = new StepLog();
        Table table = run(JdbcQuery.of("select n from numbers order by n desc").withFetchSize(3), log);
        assertThat(table)
                .isEqualTo(Table.builder()
                        .wholes(
                                "n",
                                LongStream.rangeClosed(1, 10_000)
                                        .map(n -> 10_001 - n)
                                        .toArray())
                        .build());
        assertThat(log.progress).containsExactly("4096/-1", "8192/-1", "10000/10000");
        assertThat(log.metrics).isEqualTo(Map.of("step.rows", 10_000.0, "step.columns", 1.0));
        assertThat(new String(log.artifacts.get("step/profile.json"), StandardCharsets.UTF_8))
                .contains("\"n\"");
    }

    private void fillNumbers() throws SQLException {
        execute("create table numbers as with recursive c(n) as (select 1 union all select n + 1 from c limit 10000)"
                + " select cast(n as integer) as n from c");
    }

    @Test
    void run_cancelled_endsAndLeavesNothingOpen() throws Exception {
        fillNumbers();
        assertThatThrownBy(() -> run(JdbcQuery.of("select n from numbers"), StepLog.cancelledAfter(1)))
                .isInstanceOf(InterruptedException.class);
        execute("drop table numbers");
    }

    @Test
    void run_connectionOfAPool_goesBackAsItCame() throws Exception {
        try (Connection pooled = source.getConnection();
                Statement statement = pooled.createStatement()) {
            DataSource pool = new OneConnection(pooled);
            JdbcIngest.of(JdbcQuery.of("select id from birds"), pool).run(new StepLog());
            assertThat(pooled.getAutoCommit()).isTrue();
            assertThatThrownBy(() -> JdbcIngest.of(JdbcQuery.of("select photo from birds"), pool)
                            .run(new StepLog()))
                    .isInstanceOf(PipelineException.class);
            assertThat(pooled.getAutoCommit()).isTrue();
            statement.execute("drop table birds");
        }
    }

    @Test
    void run_queryThatChanges_changesNothing() throws Exception {
        assertThat(run(JdbcQuery.of("delete from birds returning id")).rowCount())
                .isEqualTo(3);
        assertThat(run(JdbcQuery.of("select id from birds")).rowCount()).isEqualTo(3);
    }

    @Test
    void run_queryThatFails_isToldWithItsBegin() {
        String long80 = "select * from nowhere where".replace(" ", "\n   ") + " id in (" + "1, ".repeat(60) + "2)";
        fails(
                JdbcQuery.of(long80),
                "[JDBC_QUERY] the database fails ([SQLITE_ERROR] SQL error or missing database (no such table:"
                        + " nowhere)): query \"select * from nowhere where id in (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,"
                        + " 1, 1, 1, 1, 1, 1, 1, 1,...\". Try the query in a client of the database.");
        fails(
                JdbcQuery.of("delete from birds"),
                "[JDBC_QUERY] the database fails (Query does not return results):"
                        + " query \"delete from birds\". Try the query in a client of the database.");
    }

    @Test
    void run_typeThatNoColumnHolds_isRefused() {
        fails(
                JdbcQuery.of("select photo from birds"),
                "[JDBC_TYPE] column \"photo\" has SQL type BLOB, which no column of a table holds as it is:"
                        + " query \"select photo from birds\"." + ADVICE);
    }

    @Test
    void run_valueOfAnotherType_isToldWithItsRow() throws Exception {
        execute("create table loose(n integer)", "insert into loose values(1), (2), (2.5)");
        fails(
                JdbcQuery.of("select n from loose"),
                "[JDBC_VALUE] column \"n\" of SQL type INTEGER is read as whole and holds \"2.5\" in row 3:"
                        + " query \"select n from loose\"." + ADVICE);
        execute("insert into loose values('three')");
        fails(
                JdbcQuery.of("select n from loose").withTypes(Map.of("n", ColumnType.NUMBER)),
                "[JDBC_VALUE] column \"n\" of SQL type INTEGER is read as number and holds \"three\" in row 4:"
                        + " query \"select n from loose\"." + ADVICE);
        fails(
                JdbcQuery.of("select n from loose").withTypes(Map.of("n", ColumnType.BOOLEAN)),
                "[JDBC_VALUE] column \"n\" of SQL type INTEGER is read as boolean and holds \"2\" in row 2:"
                        + " query \"select n from loose\"." + ADVICE);
        fails(
                JdbcQuery.of("select n from loose").withTypes(Map.of("n", ColumnType.TIME)),
                "[JDBC_VALUE] column \"n\" of SQL type INTEGER is read as time and holds \"1\" in row 1:"
                        + " query \"select n from loose\"." + ADVICE);
    }

    @Test
    void run_typeForAColumnThatIsNotThere_namesTheNearest() {
        fails(
                JdbcQuery.of("select id, kind from birds").withTypes(Map.of("kid", ColumnType.TEXT)),
                "[JDBC_NO_COLUMN] types or schema names a column \"kid\" that is not there: query \"select id, kind from birds\","
                        + " columns are id, kind. Did you mean \"id\"?");
    }

    @Test
    void run_twoColumnsOfOneName_isRefused() {
        fails(
                JdbcQuery.of("select id, kind, mass as id from birds"),
                "[JDBC_DUPLICATE_COLUMN] two columns are named \"id\":"
                        + " query \"select id, kind, mass as id from birds\". Name one otherwise, in a query with AS.");
    }

    @Test
    void run_noConnection_tellsNoPasswordAnywhere() {
        DataSource broken = new OneConnection(null) {
            @Override
            public Connection getConnection() throws SQLException {
                SQLException cause = new SQLException("tried jdbc:x://u:canary@host/?password=canary");
                throw new SQLException(
                        "refused: password = canary; at //me:canary@db, jdbc:x://h?pwd=canary", "08001", cause);
            }
        };
        Throwable told = catchThrowable(
                () -> JdbcIngest.of(JdbcQuery.of("select 1"), broken).run(new StepLog()));
        assertThat(told)
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[JDBC_CONNECT] the data source gives no connection (SQLState 08001: refused: password = ***;"
                                + " at //***@db, jdbc:***): query \"select 1\". Check that the database runs, and what the"
                                + " data source says of address, user and password.");
        StringWriter trace = new StringWriter();
        told.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary");
    }

    @Test
    void run_failureWithoutSecrets_keepsItsCause() {
        assertThatThrownBy(() -> run(JdbcQuery.of("select * from nowhere"))).hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void query_settings_areCheckedAndChangedOneByOne() {
        Schema schema = Schema.of(ColumnRule.of("y", ColumnType.TIME));
        assertThat(JdbcQuery.of("q")).isEqualTo(new JdbcQuery("q", List.of(), 10_000, Map.of(), Schema.none()));
        assertThat(JdbcQuery.of("q")
                        .withParameters("a", "b")
                        .withFetchSize(7)
                        .withTypes(Map.of("x", ColumnType.TEXT))
                        .withSchema(schema))
                .isEqualTo(new JdbcQuery("q", List.of("a", "b"), 7, Map.of("x", ColumnType.TEXT), schema));
        assertThatThrownBy(() -> JdbcQuery.of(" \n"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JDBC_NO_QUERY] the query is empty: write one SQL statement that gives rows, such as"
                        + " SELECT * FROM customers ORDER BY id.");
        assertThatThrownBy(() -> JdbcQuery.of("q").withFetchSize(0))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JDBC_FETCH_SIZE] fetchSize is 0: it must be at least 1, for example 10000.");
    }

    @Test
    void factory_makesStepsThatShowTheirQuery() throws Exception {
        StepFactory<JdbcQuery> factory = JdbcIngest.factory(source);
        JdbcIngest step = (JdbcIngest) factory.create(JdbcQuery.of("select 5 as five"));
        assertThat(factory.settings()).isEqualTo(JdbcQuery.class);
        assertThat(step.settings()).contains(JdbcQuery.of("select 5 as five"));
        assertThat(step.inputs()).isEmpty();
        assertThat(step.run(new StepLog()))
                .isEqualTo(Table.builder().wholes("five", 5).build());
    }

    private void fails(JdbcQuery query, String message) {
        assertThatThrownBy(() -> run(query))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
