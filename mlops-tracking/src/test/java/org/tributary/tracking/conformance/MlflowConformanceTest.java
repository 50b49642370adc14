package org.tributary.tracking.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.mlflow.SqliteSettings;
import org.tributary.tracking.mlflow.SqliteTracker;

/** Real MLflow reads what the tracker wrote, and writes into the same file. */
@Tag("conformance")
class MlflowConformanceTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Programs programs;

    @BeforeEach
    void programs() {
        programs = new Programs(home);
    }

    private SqliteTracker tracker() {
        return SqliteTracker.of(
                SqliteSettings.of(folder.resolve("mlflow.db")).withUser("alice").withSource("Train"));
    }

    private JsonNode read(String version) throws Exception {
        Path python = Programs.program("mlflow-" + version, "python");
        JsonNode all = new JsonMapper().readTree(programs.run(folder, python, Programs.script("mlflow_read.py")));
        assertThat(all.get("version").asText()).isEqualTo(version);
        return all;
    }

    private void write(String version, String experiment, String name, int runs) throws Exception {
        Path python = Programs.program("mlflow-" + version, "python");
        programs.run(folder, python, Programs.script("mlflow_write.py"), experiment, name, runs);
    }

    private static Metric point(String name, double value, long step, long time) {
        return new Metric(name, value, step, Instant.ofEpochMilli(time));
    }

    private TrackedRun fullRun(SqliteTracker tracker, String name) throws IOException {
        TrackedRun run = tracker.start("żółw/iris demo", name);
        run.params(params());
        run.metrics(List.of(point("loss", 1, 0, 10), point("loss", 0.5, 1, 11), point("loss", 1e-7, 2, 12)));
        run.metrics(List.of(point("acc", 0.98, 0, 13), point("nan", Double.NaN, 0, 14)));
        run.metrics(List.of(point("inf", Double.POSITIVE_INFINITY, 0, 15), point("tiny", Double.MIN_VALUE, -3, 16)));
        run.tag("stage", "demo");
        run.tag("emoji/x", "🐢");
        run.input("data/raw/a.csv", DIGEST, "data/raw/a.csv");
        Path file = Files.writeString(home.resolve("artifact"), "zażółć");
        run.artifact("report.txt", file);
        run.artifact("plots/ż b.txt", file);
        return run;
    }

    private static Map<String, String> params() {
        return new TreeMap<>(
                Map.of("lr", "0.1", "train.epochs", "10", "unicode", "zażółć 🚀", "empty", "", "multi", "a\nb\n"));
    }

    private static void assertFullRun(JsonNode all, String name) {
        JsonNode run = all.get("runs").get(name);
        assertThat(run.get("status").asText()).isEqualTo("FINISHED");
        assertThat(all.get("table").get(run.get("id").asText()).asText()).isEqualTo("FINISHED");
        assertThat(run.get("end").asLong())
                .isGreaterThanOrEqualTo(run.get("start").asLong())
                .isPositive();
        assertThat(texts(run.get("params"))).isEqualTo(params());
        assertThat(texts(run.get("metrics")))
                .isEqualTo(Map.of(
                        "loss",
                        "1e-07",
                        "acc",
                        "0.98",
                        "nan",
                        "nan",
                        "inf",
                        "1.7976931348623157e+308",
                        "tiny",
                        "5e-324"));
        assertThat(run.get("history").get("loss").toString())
                .isEqualTo("[[10,\"1.0\",0],[11,\"0.5\",1],[12,\"1e-07\",2]]");
        assertThat(run.get("history").get("nan").toString()).isEqualTo("[[14,\"nan\",0]]");
        Map<String, String> tags = texts(run.get("tags"));
        assertThat(tags.remove("mlflow.source.git.commit")).matches("[0-9a-f]{40}");
        assertThat(tags)
                .isEqualTo(Map.of(
                        "mlflow.runName", name,
                        "mlflow.user", "alice",
                        "mlflow.source.name", "Train",
                        "mlflow.source.type", "LOCAL",
                        "stage", "demo",
                        "emoji/x", "🐢"));
        assertThat(run.get("inputs").toString())
                .isEqualTo("[{\"name\":\"data/raw/a.csv\",\"digest\":\"" + "ab".repeat(18)
                        + "\",\"type\":\"local\",\"source\":{\"uri\":\"data/raw/a.csv\"},\"tags\":{\"tributary.digest\":\""
                        + DIGEST + "\"}}]");
        assertThat(texts(run.get("artifacts"))).isEqualTo(Map.of("report.txt", "zażółć", "plots/ż b.txt", "zażółć"));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private String query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("mlflow.db"));
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.22.5", "3.17.2"})
    void search_finishedRun_hasEverything(String version) throws Exception {
        try (SqliteTracker tracker = tracker()) {
            TrackedRun run = fullRun(tracker, "full");
            run.child("child").end(RunStatus.FAILED);
            run.end(RunStatus.FINISHED);
            tracker.start("other", "open");
        }
        JsonNode all = read(version);
        assertFullRun(all, "full");
        assertThat(list(all.get("experiments"))).containsExactly("Default", "other", "żółw/iris demo");
        assertThat(list(all.get("found").get("params"))).containsExactly("full");
        assertThat(list(all.get("found").get("metrics"))).containsExactly("full");
        JsonNode child = all.get("runs").get("child");
        assertThat(child.get("status").asText()).isEqualTo("FAILED");
        assertThat(child.get("tags").get("mlflow.parentRunId").asText())
                .isEqualTo(all.get("runs").get("full").get("id").asText());
        assertThat(all.get("runs").get("open").get("status").asText()).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.22.5", "3.17.2"})
    void pythonRun_inTheSameFile_isUndisturbed(String version) throws Exception {
        try (SqliteTracker tracker = tracker()) {
            fullRun(tracker, "first").end(RunStatus.FINISHED);
            write(version, "żółw/iris demo", "python", 1);
            write(version, "own", "elsewhere", 1);
            JsonNode before = read(version).get("runs");
            fullRun(tracker, "second").end(RunStatus.FINISHED);
            tracker.start("own", "third").end(RunStatus.FINISHED);
            JsonNode after = read(version);
            assertFullRun(after, "first");
            assertFullRun(after, "second");
            for (String name : List.of("python0", "elsewhere0", "first")) {
                assertThat(after.get("runs").get(name)).isEqualTo(before.get(name));
            }
            assertThat(after.get("runs").get("python0").get("artifacts").toString())
                    .isEqualTo("{\"notes/readme.txt\":\"hello\\n\"}");
            assertThat(after.get("runs")).hasSize(5);
        }
    }

    @Test
    void upgradeByNewerMlflow_whileWriting_changesNothingForTheWriter() throws Exception {
        try (SqliteTracker tracker = tracker()) {
            TrackedRun run = fullRun(tracker, "across");
            assertThat(query("SELECT version_num FROM alembic_version")).isEqualTo("0584bdc529eb");
            read("3.17.2");
            assertThat(query("SELECT version_num FROM alembic_version")).isEqualTo("dc11669786a5");
            run.metrics(List.of(point("late", 1, 0, 20)));
            run.child("child").end(RunStatus.FINISHED);
            run.end(RunStatus.FINISHED);
            fullRun(tracker, "after").end(RunStatus.FINISHED);
        }
        try (SqliteTracker another = tracker()) {
            fullRun(another, "opened").end(RunStatus.FINISHED);
            another.start("new", "in new experiment").end(RunStatus.FINISHED);
        }
        JsonNode all = read("3.17.2");
        assertFullRun(all, "after");
        assertFullRun(all, "opened");
        assertThat(all.get("runs").get("across").get("metrics").get("late").asText())
                .isEqualTo("1.0");
        assertThat(all.get("runs")).hasSize(5);
        assertThat(query("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(query("PRAGMA foreign_key_check")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.22.5", "3.17.2"})
    void pythonAndTracker_writeAtOnce_loseNothing(String version) throws Exception {
        tracker().start("shared", "made first").end(RunStatus.FINISHED);
        Path python = Programs.program("mlflow-" + version, "python");
        Path log = home.resolve("python.log");
        Process other = programs.in(folder, python, Programs.script("mlflow_write.py"), "shared", "python", "10")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int written = 0;
        try (SqliteTracker tracker = tracker()) {
            for (; written < 10 || other.isAlive(); written++) {
                TrackedRun run = tracker.start("shared", "java" + written);
                for (int step = 0; step < 5; step++) {
                    run.metrics(List.of(point("loss", step, step, step)));
                }
                run.end(RunStatus.FINISHED);
            }
        }
        assertThat(other.waitFor()).as(Files.readString(log)).isZero();
        assertThat(query("SELECT count(*) FROM runs WHERE status = 'FINISHED'")).isEqualTo("" + (written + 11));
        assertThat(query("SELECT count(*) FROM metrics")).isEqualTo("" + 5 * (written + 10));
        assertThat(query("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.22.5", "3.17.2"})
    void userInterface_hasTheFileOpen_showsRunsAsTheyAreWritten(String version) throws Exception {
        try (SqliteTracker tracker = tracker()) {
            fullRun(tracker, "before").end(RunStatus.FINISHED);
            int port = freePort();
            Process server = programs.in(
                            folder,
                            Programs.program("mlflow-" + version, "python"),
                            "-m",
                            "mlflow",
                            "ui",
                            "--backend-store-uri",
                            "sqlite:///mlflow.db",
                            "--host",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--workers",
                            "1")
                    .redirectOutput(home.resolve("ui.log").toFile())
                    .start();
            try {
                awaitHealth(server, port);
                for (int i = 0; i < 5; i++) {
                    TrackedRun run = fullRun(tracker, "live" + i);
                    assertThat(status(port, run.id())).isEqualTo("RUNNING");
                    run.end(RunStatus.FINISHED);
                    assertThat(status(port, run.id())).isEqualTo("FINISHED");
                }
                assertThat(get(port, "/")).contains("MLflow");
            } finally {
                stop(server);
            }
        }
        JsonNode all = read(version);
        for (String name : List.of("before", "live0", "live1", "live2", "live3", "live4")) {
            assertFullRun(all, name);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitHealth(Process server, int port) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (server.isAlive() && Instant.now().isBefore(end)) {
            try {
                assertThat(get(port, "/health")).isEqualTo("OK");
                return;
            } catch (IOException notYet) {
                server.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("mlflow ui did not answer");
    }

    private static String get(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    private static String status(int port, String run) throws Exception {
        JsonNode answer = new JsonMapper().readTree(get(port, "/api/2.0/mlflow/runs/get?run_id=" + run));
        return answer.get("run").get("info").get("status").asText();
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void stop(Process server) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        server.waitFor();
    }
}
