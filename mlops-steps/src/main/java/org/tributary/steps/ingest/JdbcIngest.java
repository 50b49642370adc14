package org.tributary.steps.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;
import org.tributary.table.Table;

/**
 * Reads the rows that a query gives into a table, over any JDBC driver.
 *
 * <p>In Java it is added as it is; for {@code config.yml} its {@linkplain #factory factory} is bound to an id of the
 * application's choice, once for each data source.
 *
 * <p><b>Types</b> follow from those of the database, unless declared: integers of all sizes are whole numbers; REAL, FLOAT, DOUBLE,
 * DECIMAL and NUMERIC numbers; BOOLEAN and BIT booleans; texts of all kinds text; DATE and TIMESTAMP times, with a zone converted
 * to UTC, never by the default zone. Other types, such as BLOB, UUID or TIME, are an error unless a type is declared, or the query
 * casts them. NULL is missing, and so is NaN. A decimal becomes the number nearest to it; where that loses digits, which
 * begins at 16 of them, a warning counts the rows; declare it as text to keep all. Finer fractions of a second than microseconds are
 * cut.
 *
 * <p><b>Cache.</b> Nobody can tell whether a database holds what it held, so the step runs each time, unless its
 * {@link org.tributary.pipeline.StepOptions} say a maximum age, or a key part such as the day or the version of the data.
 *
 * <p><b>Connection.</b> One for each run, closed at its end. It is set to read only, where the driver allows, and without auto
 * commit, which some drivers need to give rows bit by bit; both are set back. Nothing is committed. A cancelled step ends within
 * 4096 rows, but not while the database is still looking for the first one.
 *
 * <p><b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.columns}, and the artifact
 * {@code <step>/profile.json}: a {@link org.tributary.table.TableProfile} of all rows. <b>Memory:</b> the table and what the
 * driver keeps for {@code fetchSize} rows. <b>Threads:</b> safe if the data source is. <b>Failure:</b> a
 * {@link org.tributary.pipeline.PipelineException} whose id begins with {@code JDBC_}, or {@code SCHEMA_} for the
 * {@link Schema}, and that shows the query's begin, never a URL or password.
 */
public final class JdbcIngest implements Source<Table> {
    private final JdbcQuery query;
    private final DataSource source;

    private JdbcIngest(JdbcQuery query, DataSource source) {
        this.query = Objects.requireNonNull(query, "query");
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * A step that asks a database.
     *
     * @param source gives a connection for each run
     */
    public static JdbcIngest of(JdbcQuery query, DataSource source) {
        return new JdbcIngest(query, source);
    }

    /**
     * Makes such steps from {@code config.yml}.
     *
     * @param source what all of them ask
     */
    public static StepFactory<JdbcQuery> factory(DataSource source) {
        Objects.requireNonNull(source, "source");
        return StepFactory.of(JdbcQuery.class, query -> of(query, source));
    }

    /** The query; the data source is no part of the key. */
    @Override
    public Optional<Record> settings() {
        return Optional.of(query);
    }

    /** Asks the database. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        SqlFaults faults = SqlFaults.ofQuery(query.query());
        SchemaReading reading = new SchemaReading(query.schema(), faults.place(), RowPlaces.ofQuery(), context);
        return TableReport.of(reading.read(query.types(), types -> read(types, faults, context)), context);
    }

    private Table read(DeclaredTypes types, SqlFaults faults, StepContext context) throws InterruptedException {
        try (Connection connection = connect(faults);
                BorrowedConnection borrowed = BorrowedConnection.of(connection)) {
            return read(borrowed.connection(), types, faults, context);
        } catch (SQLException e) {
            throw faults.failed(e);
        }
    }

    private Connection connect(SqlFaults faults) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw faults.noConnection(e);
        }
    }

    private Table read(Connection connection, DeclaredTypes types, SqlFaults faults, StepContext context)
            throws SQLException, InterruptedException {
        try (PreparedStatement statement = connection.prepareStatement(query.query())) {
            statement.setFetchSize(query.fetchSize());
            for (int i = 0; i < query.parameters().size(); i++) {
                statement.setString(i + 1, query.parameters().get(i));
            }
            try (ResultSet results = statement.executeQuery()) {
                return SqlRows.of(results, types, faults).read(context);
            }
        }
    }
}
