package org.tributary.examples;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoMap;
import com.google.inject.multibindings.StringMapKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.StepFactory;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.ingest.JdbcIngest;
import org.tributary.steps.ingest.JdbcQuery;
import org.tributary.table.Table;

/** Reads from a database, whose data source Guice injects, in Java and as the step {@code birds-db} of a configuration. */
public final class DatabaseIngest extends AbstractModule {

    private static final JdbcQuery QUERY =
            JdbcQuery.of("SELECT id, kind, mass FROM birds WHERE id <= CAST(? AS INTEGER) ORDER BY id");

    private final String url;

    /**
     * A module for one database.
     *
     * @param url where it is, as SQLite writes it
     */
    public DatabaseIngest(String url) {
        this.url = url;
    }

    /**
     * Fills a small database and reads it.
     *
     * @param args none
     * @throws SQLException if the database cannot be made
     */
    public static void main(String[] args) throws SQLException {
        Injector injector = Guice.createInjector(
                PipelineModule.of(Path.of(".mlops", "cache")), new DatabaseIngest("jdbc:sqlite:birds.db"));
        DataSource source = injector.getInstance(DataSource.class);
        fill(source);
        RunReport<Table> report = injector.getInstance(Runner.class).run(define(source, "2026-11-28"));
        System.out.println(report);
        System.out.println(report.orThrow().value());
    }

    // region pipeline
    /** The step runs again when the day changes; without a key part or a maximum age it runs each time. */
    static Pipeline<Table> define(DataSource source, String day) {
        return Pipeline.define(
                "birds",
                p -> p.add(
                                "ingest",
                                JdbcIngest.of(QUERY.withParameters("20"), source),
                                StepOptions.defaults().withKeyPart(day))
                        .then("clean", Clean.of(DropMissing.in("mass"))));
    }
    // endregion

    // region module
    @Provides
    @Singleton
    DataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url);
        return source;
    }

    @ProvidesIntoMap
    @StringMapKey("birds-db")
    StepFactory<?> birds(DataSource source) {
        return JdbcIngest.factory(source);
    }
    // endregion

    private static void fill(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS birds");
            statement.execute("CREATE TABLE birds(id INTEGER, kind VARCHAR(20), mass REAL)");
            statement.execute("WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 100)"
                    + " INSERT INTO birds SELECT n, CASE n % 2 WHEN 0 THEN 'Gentoo' ELSE 'Adelie' END,"
                    + " CASE n % 7 WHEN 0 THEN NULL ELSE 3500 + n END FROM number");
        }
    }
}
