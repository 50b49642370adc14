package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.tracking.Metric;
import org.tributary.tracking.TrackedRun;

/** Several trackers, threads and processes that write into one file, which none of them has made before. */
class SharedFileTest {

    @TempDir
    Path folder;

    private List<String> rows(String sql) throws SQLException {
        return Db.rows(folder.resolve("mlflow.db"), sql);
    }

    private void assertWhole(int runs) throws SQLException {
        assertThat(rows("SELECT count(*) FROM runs WHERE status = 'FINISHED'")).containsExactly("" + runs);
        assertThat(rows("SELECT count(*) FROM metrics")).containsExactly("" + WriterProcess.POINTS * runs);
        assertThat(rows("SELECT count(*), min(value) FROM latest_metrics")).containsExactly(runs + "|4.0");
        assertThat(rows("SELECT count(*) FROM inputs")).containsExactly("" + runs);
        assertThat(rows("SELECT count(*) FROM datasets")).containsExactly("1");
        assertThat(rows("SELECT name FROM experiments ORDER BY experiment_id")).containsExactly("Default", "shared");
        assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(rows("PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void write_fourTrackersAtOnce_losesNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            SqliteSettings settings = SqliteSettings.of(folder.resolve("mlflow.db"));
            done.add(threads.submit(() -> WriterProcess.write(settings, name, 5)));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
        assertWhole(20);
    }

    @Test
    void write_twoProcessesAtOnce_losesNothing() throws Exception {
        Process first = WriterProcess.start(folder, "first", 10);
        Process second = WriterProcess.start(folder, "second", 10);
        assertThat(first.waitFor())
                .as(Files.readString(folder.resolve("first.log")))
                .isZero();
        assertThat(second.waitFor())
                .as(Files.readString(folder.resolve("second.log")))
                .isZero();
        assertWhole(20);
    }

    @Test
    void write_processKilled_leavesWholeRowsAndNoLock() throws Exception {
        Process process = WriterProcess.start(folder, "victim", 100_000);
        try (Connection connection = Db.open(folder.resolve("mlflow.db"))) {
            while (process.isAlive() && runs(connection) < 5) {
                Thread.onSpinWait();
            }
        }
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("victim.log")))
                .isTrue();
        process.destroyForcibly().waitFor();
        WriterProcess.write(SqliteSettings.of(folder.resolve("mlflow.db")), "later", 1);
        assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(rows("SELECT m.run_uuid FROM metrics m LEFT JOIN latest_metrics l USING (run_uuid, key)"
                        + " GROUP BY m.run_uuid HAVING max(m.step) IS NOT max(l.step)"))
                .isEmpty();
        assertThat(rows("SELECT status FROM runs WHERE name = 'later0'")).containsExactly("FINISHED");
    }

    private static int runs(Connection connection) throws SQLException {
        String sql = "SELECT count(*) FROM sqlite_master WHERE name = 'runs'";
        try (var rows = connection.createStatement().executeQuery(sql)) {
            if (rows.getInt(1) == 0) {
                return 0;
            }
        }
        try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM runs")) {
            return rows.getInt(1);
        }
    }

    @Test
    void metrics_oneRunFromEightThreads_losesNothing() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String name = "m" + thread;
                done.add(threads.submit(() -> {
                    for (int step = 0; step < 10; step++) {
                        run.metrics(List.of(new Metric(name, step, step, Instant.ofEpochMilli(step))));
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
            threads.shutdown();
        }
        assertThat(rows("SELECT count(*) FROM metrics")).containsExactly("80");
        assertThat(rows("SELECT DISTINCT step FROM latest_metrics")).containsExactly("9");
    }

    @Test
    void transaction_betweenWrites_holdsNoLock() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.tag("a", "b");
            try (Connection other = Db.open(folder.resolve("mlflow.db"))) {
                Connector.execute(other, "PRAGMA busy_timeout = 0");
                Connector.execute(other, "BEGIN EXCLUSIVE");
                Connector.execute(other, "ROLLBACK");
            }
        }
        assertThat(rows("PRAGMA journal_mode")).containsExactly("delete");
        assertThat(folder.resolve("mlflow.db-wal")).doesNotExist();
    }
}
