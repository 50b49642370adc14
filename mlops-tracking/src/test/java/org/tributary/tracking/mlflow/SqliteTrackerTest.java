package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;

class SqliteTrackerTest {

    /** The finished run in golden-2.22.sql, written by MLflow 2.22.5 itself. */
    private static final String GOLDEN = "d9ebe6df3df14a1daee0e94c5d73e4e8";

    @TempDir
    Path folder;

    private Path database() {
        return folder.resolve("mlflow.db");
    }

    private List<String> rows(String sql) throws SQLException {
        return Db.rows(database(), sql);
    }

    @Test
    void start_noFile_makesTheSchemaOfMlflow222() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", "first");
        }
        List<String> made = rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid");
        List<String> expected = new ArrayList<>(Db.statements("schema-2.22.sql"));
        assertThat(expected.remove(expected.size() - 1)).startsWith("INSERT INTO alembic_version");
        assertThat(made).isEqualTo(expected).hasSize(19 + 11);
        assertThat(rows("SELECT version_num FROM alembic_version")).containsExactly("0584bdc529eb");
    }

    @Test
    void start_noFile_hasTheColumnsOfTheGoldenFile() throws Exception {
        Path golden = folder.resolve("golden.db");
        Db.load(golden, "golden-2.22.sql");
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", "first");
        }
        String columns = "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_master m,"
                + " pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, c.cid";
        assertThat(rows(columns)).isEqualTo(Db.rows(golden, columns)).hasSizeGreaterThan(90);
    }

    @Test
    void start_noFile_makesDefaultAndTheExperiment() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("żółw/iris demo", "first");
            tracker.start("żółw/iris demo", "second");
            tracker.start("Default", "third");
        }
        String runs = folder.resolve("mlruns").toString();
        assertThat(rows("SELECT * FROM experiments"))
                .containsExactly(
                        "0|Default|" + runs + "/0|active|1795555247291|1795555247291",
                        "1|żółw/iris demo|" + runs + "/1|active|1795555247291|1795555247291");
        assertThat(rows("SELECT name, experiment_id FROM runs ORDER BY rowid"))
                .containsExactly("first|1", "second|1", "third|0");
    }

    @Test
    void start_names_writesRunAndTagsAsMlflow() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            assertThat(tracker.start("demo", "parent ✓").id()).isEqualTo("0".repeat(31) + "1");
        }
        assertThat(rows("SELECT * FROM runs"))
                .containsExactly(
                        "00000000000000000000000000000001|parent ✓|UNKNOWN|||alice|RUNNING|1795555247291|null||"
                                + "active|" + folder + "/mlruns/1/00000000000000000000000000000001/artifacts|1|null");
        assertThat(rows("SELECT key, value FROM tags ORDER BY rowid"))
                .containsExactly(
                        "mlflow.user|alice",
                        "mlflow.source.name|Train",
                        "mlflow.source.type|LOCAL",
                        gitTag(),
                        "mlflow.runName|parent ✓");
    }

    private static String gitTag() {
        return "mlflow.source.git.commit|" + new GitHead(Path.of("")).commit().orElseThrow();
    }

    @Test
    void start_blankName_isTheId() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", " ");
        }
        assertThat(rows("SELECT name FROM runs")).containsExactly("0".repeat(31) + "1");
    }

    @Test
    void start_deletedExperiment_saysHowToRestore() throws Exception {
        Db.load(database(), "golden-2.22.sql");
        try (SqliteTracker tracker = Trackers.in(folder)) {
            assertThatThrownBy(() -> tracker.start("gone", "run"))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage(
                            "[MLFLOW_EXPERIMENT_DELETED] the experiment \"gone\" was deleted in " + database()
                                    + ". Restore it with \"mlflow experiments restore --experiment-id 2\", or use another name.");
        }
    }

    @Test
    void run_sameCallsAsGolden_givesTheRowsOfMlflow() throws Exception {
        Db.load(database(), "golden-2.22.sql");
        String id;
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("żółw/iris demo", "parent ✓");
            id = run.id();
            run.params(goldenParams());
            run.metrics(goldenMetrics());
            run.tag("stage", "demo");
            run.tag("multi/tag", "t1\nt2");
            run.tag("emoji", "🐢");
            run.end(RunStatus.FINISHED);
        }
        for (String table : List.of("params", "metrics", "latest_metrics")) {
            assertThat(rowsOf(table, id)).isEqualTo(rowsOf(table, GOLDEN)).isNotEmpty();
        }
        List<String> tags = rowsOf("tags", GOLDEN);
        tags.removeIf(row -> row.startsWith("mlflow.source") || row.startsWith("mlflow.note"));
        assertThat(rowsOf("tags", id)).containsAll(tags);
        String columns = "SELECT source_type, source_name, entry_point_name, user_id, status, source_version,"
                + " lifecycle_stage, experiment_id, deleted_time, start_time, name FROM runs WHERE run_uuid = '";
        assertThat(rows(columns + id + "'")).isEqualTo(rows(columns + GOLDEN + "'"));
    }

    private List<String> rowsOf(String table, String run) throws SQLException {
        String columns = table.contains("metrics") ? "key, value, timestamp, step, is_nan" : "key, value";
        return rows("SELECT " + columns + " FROM " + table + " WHERE run_uuid = '" + run + "' ORDER BY 1, 2");
    }

    private static Map<String, String> goldenParams() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("lr", "0.1");
        params.put("trainer/epochs", "10");
        params.put("with space", "x");
        params.put("unicode", "zażółć 漢字 🚀");
        params.put("multi", "line1\nline2\n");
        params.put("quote", "it's \"q\"");
        params.put("empty", "");
        params.put("none", "None");
        params.put("bool", "True");
        return params;
    }

    private static List<Metric> goldenMetrics() {
        long base = 1_795_552_000_000L;
        return List.of(
                point("loss", 1.0, 0, base),
                point("loss", 0.5, 1, base + 1),
                point("loss", 0.25, 2, base + 2),
                point("loss", 1e-7, 3, base + 3),
                point("loss", 123456789.123456789, 4, base + 4),
                point("loss", 0.2, 2, base + 9),
                point("loss", 0.5, 1, base + 1),
                point("odd0", Double.NaN, 0, base),
                point("odd1", Double.POSITIVE_INFINITY, 0, base),
                point("odd2", Double.NEGATIVE_INFINITY, 0, base),
                point("neg step", -0.0, -3, base),
                point("tiny", Double.MIN_VALUE, 0, base),
                point("int", 7, 0, base));
    }

    private static Metric point(String name, double value, long step, long time) {
        return new Metric(name, value, step, Instant.ofEpochMilli(time));
    }

    @Test
    void metrics_severalOrders_latestIsTheGreatestStepThenTimeThenValue() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.metrics(List.of(point("m", 5, 2, 10), point("m", 1, 2, 11)));
            run.metrics(List.of(point("m", 3, 2, 11), point("m", 2, 2, 11)));
            run.metrics(List.of(point("m", 9, 1, 99), point("m", 8, -1, 100)));
            run.metrics(List.of());
        }
        assertThat(rows("SELECT value, timestamp, step FROM latest_metrics")).containsExactly("3.0|11|2");
        assertThat(rows("SELECT count(*) FROM metrics")).containsExactly("6");
    }

    @Test
    void metrics_manyPoints_areAllStored() throws Exception {
        List<Metric> points = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            points.add(point("loss", 1.0 / (i + 1), i, i));
        }
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", "run").metrics(points);
        }
        assertThat(rows("SELECT count(*), max(step) FROM metrics")).containsExactly("2500|2499");
        assertThat(rows("SELECT step FROM latest_metrics")).containsExactly("2499");
    }

    @Test
    void metrics_badNames_areTheOnlyOnesMissing() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            assertThatThrownBy(
                            () -> run.metrics(List.of(point("a%", 1, 0, 0), point("ok", 1, 0, 0), point("", 1, 0, 0))))
                    .hasMessage("2 values were not tracked:\n"
                            + "[MLFLOW_BAD_NAME] the metric name \"a%\" has the character '%': MLflow takes letters,"
                            + " digits, spaces and _ - . : / only. Rename it.\n"
                            + "[MLFLOW_BAD_NAME] a metric has an empty name. Give it one.");
        }
        assertThat(rows("SELECT key FROM metrics")).containsExactly("ok");
    }

    @Test
    void params_again_keepsTheFirstValue() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.params(Map.of("a", "1"));
            run.params(Map.of("a", "1"));
            Map<String, String> more = new LinkedHashMap<>();
            more.put("a", "2");
            more.put("b", "3");
            assertThatThrownBy(() -> run.params(more))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[MLFLOW_PARAM_CHANGED] the param \"a\" is \"1\" and cannot become \"2\": params do not"
                            + " change during a run. Log it once, or as a tag.");
        }
        assertThat(rows("SELECT key, value FROM params ORDER BY key")).containsExactly("a|1", "b|3");
    }

    @Test
    void params_longValue_isCutAtMlflowsLimit() throws Exception {
        String turtles = "🐢".repeat(6_001);
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.params(Map.of("long", turtles));
            run.params(Map.of("long", turtles));
            run.tag("long", "x".repeat(8_001));
        }
        assertThat(rows("SELECT value FROM params")).containsExactly("🐢".repeat(6_000));
        assertThat(rows("SELECT length(value) FROM tags WHERE key = 'long'")).containsExactly("8000");
    }

    @Test
    void tags_oneOfABadName_keepsTheOthers() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("birds", "run");
            assertThatThrownBy(() -> run.tags(Map.of("stage", "a", "../x", "b", "owner", "c")))
                    .hasMessageStartingWith("[MLFLOW_BAD_NAME] the tag name \"../x\"");
        }
        assertThat(rows("SELECT value FROM tags WHERE key IN ('stage', 'owner') ORDER BY value"))
                .containsExactly("a", "c");
    }

    @Test
    void tag_again_isReplaced() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.tag("stage", "a");
            run.tag("stage", "b");
            assertThatThrownBy(() -> run.tag("../x", "b"))
                    .hasMessage("[MLFLOW_BAD_NAME] the tag name \"../x\" is no plain path: MLflow takes no empty part,"
                            + " \".\" or \"..\" between slashes. Rename it.");
        }
        assertThat(rows("SELECT value FROM tags WHERE key = 'stage'")).containsExactly("b");
    }

    @Test
    void child_belowRun_hasParentAndExperiment() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun parent = tracker.start("demo", "parent");
            TrackedRun child = parent.child("child");
            parent.end(RunStatus.FINISHED);
            child.end(RunStatus.FAILED);
            assertThat(rows("SELECT value FROM tags WHERE key = 'mlflow.parentRunId' AND run_uuid = '" + child.id()
                            + "'"))
                    .containsExactly(parent.id());
        }
        assertThat(rows("SELECT name, status, experiment_id FROM runs ORDER BY rowid"))
                .containsExactly("parent|FINISHED|1", "child|FAILED|1");
    }

    @Test
    void input_sameDataInTwoRuns_isOneDatasetWithTwoLinks() throws Exception {
        String digest = "sha256:" + "ab".repeat(32);
        try (SqliteTracker tracker = Trackers.in(folder)) {
            for (String name : List.of("one", "two")) {
                TrackedRun run = tracker.start("demo", name);
                run.input("data/raw/a.csv", digest, "data/raw/a.csv");
                run.input("data/raw/a.csv", digest, "data/raw/a.csv");
            }
        }
        assertThat(rows("SELECT name, digest, dataset_source_type, dataset_source, dataset_schema FROM datasets"))
                .containsExactly("data/raw/a.csv|" + "ab".repeat(18) + "|local|{\"uri\":\"data/raw/a.csv\"}|null");
        assertThat(rows("SELECT i.source_type, i.destination_type, d.name, r.name, t.name, t.value FROM inputs i"
                        + " JOIN datasets d ON d.dataset_uuid = i.source_id JOIN runs r ON r.run_uuid = i.destination_id"
                        + " JOIN input_tags t ON t.input_uuid = i.input_uuid ORDER BY r.name"))
                .containsExactly(
                        "DATASET|RUN|data/raw/a.csv|one|tributary.digest|" + digest,
                        "DATASET|RUN|data/raw/a.csv|two|tributary.digest|" + digest);
    }

    @Test
    void input_shortDigestAndWebSource_areKeptAsTheyAre() throws Exception {
        try (SqliteTracker tracker = Trackers.in(folder)) {
            tracker.start("demo", "run").input("a \"b\"", "md5:" + "0".repeat(32), "https://example.org/a.csv");
        }
        assertThat(rows("SELECT name, digest, dataset_source_type, dataset_source FROM datasets"))
                .containsExactly("a \"b\"|md5:" + "0".repeat(32) + "|http|{\"url\":\"https://example.org/a.csv\"}");
    }

    @Test
    void artifact_file_liesWhereMlflowLooks() throws Exception {
        Path file = Files.writeString(folder.resolve("roc.txt"), "roc");
        String id;
        try (SqliteTracker tracker = Trackers.in(folder)) {
            TrackedRun run = tracker.start("demo", "run");
            run.artifact("plots/żółw.txt", file);
            run.artifact("plots/żółw.txt", Files.writeString(file, "newer"));
            id = run.id();
        }
        Path home = folder.resolve("mlruns/1/" + id);
        assertThat(home.resolve("artifacts/plots/żółw.txt")).hasContent("newer");
        try (var left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void end_clockWentBack_endsNotBeforeTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("a"));
        TrackedRun run = Trackers.in(folder).start("demo", "run");
        SqliteTracker later = SqliteTracker.of(Trackers.settings(folder)
                .withClock(Trackers.after(Duration.ofDays(-1)))
                .withIds(() -> "f".repeat(32)));
        TrackedRun second = later.start("demo", "second");
        Db.execute(database(), "UPDATE runs SET start_time = start_time + 200000000");
        second.end(RunStatus.KILLED);
        second.end(RunStatus.FINISHED);
        assertThat(rows("SELECT status, end_time - start_time FROM runs WHERE name = 'second'"))
                .containsExactly("KILLED|0");
        assertThatThrownBy(() -> second.tag("a", "b")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> second.artifact("a", file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("run " + "f".repeat(32) + " has ended as KILLED");
        run.end(RunStatus.FINISHED);
    }

    @Test
    void close_open_refusesLaterCalls() {
        SqliteTracker tracker = Trackers.in(folder);
        TrackedRun run = tracker.start("demo", "run");
        tracker.close();
        tracker.close();
        assertThatThrownBy(() -> run.tag("a", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the tracker of " + database() + " is closed");
    }

    @Test
    void of_nothingStarted_makesNoFile() throws IOException {
        Trackers.in(folder).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void start_folderWithOddName_isMade() throws Exception {
        Path odd = folder.resolve("a b?c%20#ż/deep");
        try (SqliteTracker tracker = Trackers.in(odd)) {
            tracker.start("demo", "run");
        }
        assertThat(odd.resolve("mlflow.db")).isRegularFile();
    }
}
