package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;

/** A file whose schema MLflow 3.17.2 made of the 2.22 one: 65 tables, wider keys, more columns. */
class UpgradedFileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void upgrade() throws Exception {
        Db.load(folder.resolve("mlflow.db"), "schema-3.17.2.sql");
    }

    private List<String> rows(String sql) throws SQLException {
        return Db.rows(folder.resolve("mlflow.db"), sql);
    }

    @Test
    void run_everyCall_isWritten() throws Exception {
        String schema = "SELECT name, sql FROM sqlite_master ORDER BY name";
        List<String> before = rows(schema);
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.params(Map.of("a", "1"));
            run.metrics(List.of(new Metric("m", 1, 0, Trackers.NOW), new Metric("m", 2, 1, Trackers.NOW)));
            run.metrics(List.of(new Metric("m", 2, 1, Trackers.NOW)));
            run.tag("t", "1");
            run.tag("t", "2");
            run.input("a.csv", "sha256:" + "0".repeat(64), "a.csv");
            run.child("child").end(RunStatus.KILLED);
            run.end(RunStatus.FINISHED);
        }
        assertThat(rows("SELECT name, status FROM runs ORDER BY rowid"))
                .containsExactly("run|FINISHED", "child|KILLED");
        assertThat(rows("SELECT value FROM tags WHERE key = 't'")).containsExactly("2");
        assertThat(rows("SELECT value, step FROM latest_metrics")).containsExactly("2.0|1");
        assertThat(rows("SELECT count(*) FROM metrics")).containsExactly("2");
        assertThat(rows("SELECT name, experiment_id FROM datasets")).containsExactly("a.csv|1");
        assertThat(rows("SELECT source_type, destination_type, step FROM inputs"))
                .containsExactly("DATASET|RUN|0");
        assertThat(rows("SELECT name, workspace FROM experiments ORDER BY 1"))
                .containsExactly("Default|default", "demo|default");
        assertThat(rows(schema)).isEqualTo(before).hasSizeGreaterThan(100);
        assertThat(rows("PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void start_sameNameInAnotherWorkspace_takesTheDefaultOne() throws Exception {
        Db.execute(
                folder.resolve("mlflow.db"),
                "INSERT INTO experiments (experiment_id, name, lifecycle_stage, workspace) VALUES (7, 'demo', 'active', 'other')");
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", "run");
            tracker.start("demo", "run");
        }
        assertThat(
                        rows(
                                "SELECT DISTINCT e.workspace, e.experiment_id FROM runs r JOIN experiments e USING (experiment_id)"))
                .containsExactly("default|8");
    }
}
