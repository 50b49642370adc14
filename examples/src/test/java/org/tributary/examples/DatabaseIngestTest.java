package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Forecast;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.table.Table;

/** Queries in pipelines: wired by Guice, and cached only by what the user says of the database's state. */
final class DatabaseIngestTest {

    @TempDir
    private Path folder;

    private Injector injector;
    private DataSource source;

    @BeforeEach
    void makeDatabase() throws SQLException {
        injector = Guice.createInjector(
                PipelineModule.of(folder.resolve("cache")),
                new DatabaseIngest("jdbc:sqlite:" + folder.resolve("test.db")));
        source = injector.getInstance(DataSource.class);
        execute("CREATE TABLE birds(id INTEGER, kind VARCHAR(20), mass REAL)");
        execute("INSERT INTO birds VALUES(1, 'Adelie', 3500), (2, 'Gentoo', NULL), (30, 'Gentoo', 5000)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void main_runTwice_findsTheDayAgain() throws Exception {
        Ended first =
                ChildJvm.in(folder).run("org.tributary.examples.DatabaseIngest").orThrow();
        Ended second =
                ChildJvm.in(folder).run("org.tributary.examples.DatabaseIngest").orThrow();

        assertThat(first.out()).containsPattern("ingest +RAN").contains("ingest.rows = 20", "Gentoo");
        assertThat(second.out()).containsPattern("ingest +CACHED").doesNotContain("RAN");
    }

    @Test
    void keyPart_sameDay_isCachedWhateverTheDatabaseHolds() throws Exception {
        assertThat(run(DatabaseIngest.define(source, "monday")).step("ingest")).isInstanceOf(StepOutcome.Ran.class);
        execute("DELETE FROM birds");

        RunReport<?> sameDay = run(DatabaseIngest.define(source, "monday"));
        RunReport<?> nextDay = run(DatabaseIngest.define(source, "tuesday"));

        assertThat(sameDay.step("ingest")).isInstanceOf(StepOutcome.Cached.class);
        assertThat(sameDay.value("ingest", Table.class).rowCount()).isEqualTo(2);
        assertThat(nextDay.step("ingest")).isInstanceOf(StepOutcome.Ran.class);
        assertThat(nextDay.value("ingest", Table.class).rowCount()).isZero();
    }

    @Test
    void config_withoutAge_runsEachTimeAndTheForecastSaysWhy() throws Exception {
        Pipeline<?> pipeline = read("");
        run(pipeline);

        List<Forecast> forecast = injector.getInstance(Runner.class).explain(pipeline);
        assertThat(forecast.get(0).toString())
                .contains("not cacheable: a source without data inputs; give key parts or a maximum age");
        assertThat(run(pipeline).step("birds")).isInstanceOf(StepOutcome.Ran.class);
    }

    @Test
    void config_withAge_isCachedAndReadsParametersAndTypes() throws Exception {
        Pipeline<?> pipeline = read(", options: {max-age: 1h}");
        RunReport<?> first = run(pipeline);
        assertThat(first.value("birds", Table.class))
                .isEqualTo(Table.builder()
                        .text("id", "2", "30")
                        .text("kind", "Gentoo", "Gentoo")
                        .numbers("mass", Double.NaN, 5000)
                        .build());
        assertThat(run(pipeline).step("birds")).isInstanceOf(StepOutcome.Cached.class);
    }

    @Test
    void config_withASchema_setsRowsAside() throws Exception {
        RunReport<?> report = run(read(
                ", schema: {violations: reject, columns: [{name: mass, type: number, nullable: false, max: 9000}]}"));
        assertThat(report.value("birds", Table.class))
                .isEqualTo(Table.builder()
                        .text("id", "30")
                        .text("kind", "Gentoo")
                        .numbers("mass", 5000)
                        .build());
        assertThat(report.toString()).contains("1 place, 1 of 2 rows, which are set aside: see birds/rejects.csv.");
    }

    private Pipeline<?> read(String options) throws Exception {
        Path file = folder.resolve("birds.yml");
        Files.writeString(
                file,
                "name: birds\n"
                        + "steps:\n"
                        + "  birds: {use: birds-db, query: \"SELECT * FROM birds WHERE kind = ? ORDER BY id\", parameters:"
                        + " [Gentoo], fetch-size: 2, types: {id: text}" + options + "}\n",
                StandardCharsets.UTF_8);
        return ConfigReader.of(injector.getInstance(Extension.class), Map.of())
                .read(file, List.of())
                .pipeline();
    }

    private RunReport<?> run(Pipeline<?> pipeline) {
        return injector.getInstance(Runner.class).run(pipeline);
    }
}
