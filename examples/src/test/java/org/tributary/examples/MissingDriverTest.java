package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;

/** Who adds the library alone has no DuckDB, and is told so when a step asks for it. */
final class MissingDriverTest {

    @TempDir
    private Path folder;

    @Test
    void classPath_ofTheCommand_hasNoDuckDb() {
        assertThatThrownBy(() -> Class.forName("org.duckdb.DuckDBDriver")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void run_parquet_namesWhatToAdd() throws Exception {
        Files.writeString(folder.resolve("birds.parquet"), "PAR1", StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("config.yml"),
                "name: birds\nsteps: {ingest: {use: parquet, path: birds.parquet}}\n",
                StandardCharsets.UTF_8);

        Ended run = ChildJvm.in(folder).run("org.tributary.cli.Main", "run");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .contains("[PARQUET_NO_DRIVER] DuckDB, which reads Parquet files, is not on the class path."
                        + " Add org.duckdb:duckdb_jdbc:2.0.0.1 to the dependencies of the application.")
                .doesNotContain("\tat ");
    }
}
