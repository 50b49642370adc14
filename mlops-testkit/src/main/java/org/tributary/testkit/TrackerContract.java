package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.Tracker;

/**
 * What every {@link Tracker} that records something promises; extend it in a test class to check yours.
 *
 * <p>Times are whole milliseconds, which every known back end keeps.
 */
public abstract class TrackerContract {

    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final int THREADS = 4;
    private static final int POINTS = 50;

    /** A folder for what a test writes. */
    @TempDir
    Path folder;

    private Tracker tracker = Tracker.noop();

    /** A contract to be extended. */
    protected TrackerContract() {}

    /** A new tracker; called once before each test. */
    protected abstract Tracker tracker();

    /**
     * What that tracker recorded; called after it was closed.
     *
     * @param runId as {@link TrackedRun#id} gave it
     */
    protected abstract RecordedRun recorded(String runId);

    /** Makes the tracker of the next test. */
    @BeforeEach
    public final void open() {
        tracker = tracker();
    }

    /** A run has the name it was started with, an id of its own, and no run above. */
    @Test
    public final void start_twice_givesTwoRuns() {
        TrackedRun first = tracker.start("birds", "first");
        TrackedRun second = tracker.start("birds", "second");
        finish(first, second);

        assertThat(first.id()).isNotBlank().isNotEqualTo(second.id());
        assertThat(recorded(first.id()).name()).isEqualTo("first");
        assertThat(recorded(second.id()).name()).isEqualTo("second");
        assertThat(recorded(first.id()).parent()).isEmpty();
    }

    /** A child is a run below its parent; what it logs is its own. */
    @Test
    public final void child_logsForItself() {
        TrackedRun run = tracker.start("birds", "run");
        TrackedRun child = run.child("fold 0");
        child.params(Map.of("epochs", "5"));
        finish(child, run);

        assertThat(recorded(child.id()).name()).isEqualTo("fold 0");
        assertThat(recorded(child.id()).parent()).contains(run.id());
        assertThat(recorded(child.id()).params()).containsEntry("epochs", "5");
        assertThat(recorded(run.id()).params()).doesNotContainKey("epochs");
    }

    /** Params are kept as they are, those of several calls together, and the same again changes nothing. */
    @Test
    public final void params_ofSeveralCalls_areAllKept() {
        TrackedRun run = tracker.start("birds", "run");
        run.params(Map.of("train.epochs", "50", "clean.tokens", "[NA, \"\"]"));
        run.params(Map.of());
        run.params(Map.of("train.epochs", "50", "prepare.target", "größe ≥ 1"));
        finish(run);

        assertThat(recorded(run.id()).params())
                .isEqualTo(Map.of("train.epochs", "50", "clean.tokens", "[NA, \"\"]", "prepare.target", "größe ≥ 1"));
    }

    /** All points of a metric are kept, in order, with value, position and time. */
    @Test
    public final void metrics_ofASeries_areAllKeptInOrder() {
        TrackedRun run = tracker.start("birds", "run");
        List<Metric> points = IntStream.rangeClosed(1, 5)
                .mapToObj(epoch -> new Metric("loss", 1.0 / epoch, epoch, TIME.plusMillis(epoch)))
                .toList();
        run.metrics(points.subList(0, 2));
        run.metrics(points.subList(2, 5));
        run.metrics(List.of());
        finish(run);

        assertThat(recorded(run.id()).metrics()).containsExactlyElementsOf(points);
    }

    /** A value is kept to the last bit, and not a number stays so. */
    @Test
    public final void metrics_oddValues_areKept() {
        TrackedRun run = tracker.start("birds", "run");
        List<Metric> points = List.of(
                new Metric("tenth", 0.1, 0, TIME),
                new Metric("tiny", Double.MIN_VALUE, 0, TIME),
                new Metric("large", -1e300, 0, TIME),
                new Metric("f1.Größe 1/2", 1, 0, TIME),
                new Metric("nan", Double.NaN, 0, TIME));
        run.metrics(points);
        finish(run);

        assertThat(recorded(run.id()).metrics()).containsExactlyInAnyOrderElementsOf(points);
    }

    /** A tag that is set again has the last value. */
    @Test
    public final void tag_setAgain_hasTheLastValue() {
        TrackedRun run = tracker.start("birds", "run");
        run.tag("stage", "draft");
        run.tag("owner", "anna");
        run.tag("stage", "final");
        finish(run);

        assertThat(recorded(run.id()).tags()).containsEntry("stage", "final").containsEntry("owner", "anna");
    }

    /** Several tags at once are as good as one after the other. */
    @Test
    public final void tags_atOnce_areAllKept() {
        TrackedRun run = tracker.start("birds", "run");
        run.tag("stage", "draft");
        run.tags(Map.of("stage", "final", "owner", "anna"));
        run.tags(Map.of());
        finish(run);

        assertThat(recorded(run.id()).tags()).containsEntry("stage", "final").containsEntry("owner", "anna");
    }

    /** The data that a run read is kept with its digest. */
    @Test
    public final void input_isKeptWithItsDigest() {
        TrackedRun run = tracker.start("birds", "run");
        run.input("data/raw/birds.csv", "sha256:0123", "/work/data/raw/birds.csv");
        finish(run);

        assertThat(recorded(run.id()).inputs()).isEqualTo(Map.of("data/raw/birds.csv", "sha256:0123"));
    }

    /** An artifact is a copy of what the file held when it was logged. */
    @Test
    public final void artifact_changedLater_isAsItWas() throws IOException {
        TrackedRun run = tracker.start("birds", "run");
        Path file = Files.write(folder.resolve("report"), new byte[] {0, 1, -1});
        run.artifact("reports/birds.html", file);
        Files.writeString(file, "changed", StandardCharsets.UTF_8);
        run.artifact("note.txt", file);
        finish(run);

        Map<String, byte[]> artifacts = recorded(run.id()).artifacts();
        assertThat(artifacts).containsOnlyKeys("reports/birds.html", "note.txt");
        assertThat(artifacts.get("reports/birds.html")).containsExactly(0, 1, -1);
        assertThat(artifacts.get("note.txt")).asString(StandardCharsets.UTF_8).isEqualTo("changed");
    }

    /** A run ends as its first end says. */
    @Test
    public final void end_twice_keepsTheFirst() {
        TrackedRun failed = tracker.start("birds", "failed");
        failed.end(RunStatus.FAILED);
        failed.end(RunStatus.FINISHED);
        TrackedRun killed = tracker.start("birds", "killed");
        killed.end(RunStatus.KILLED);
        tracker.close();

        assertThat(recorded(failed.id()).status()).contains(RunStatus.FAILED);
        assertThat(recorded(killed.id()).status()).contains(RunStatus.KILLED);
    }

    /** What several threads log at once is all kept. */
    @Test
    public final void run_usedByThreadsAtOnce_keepsAll() throws Exception {
        TrackedRun run = tracker.start("birds", "run");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "thread" + i;
                tasks.add(threads.submit(() -> logSeries(run, name)));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
        finish(run);

        RecordedRun recorded = recorded(run.id());
        assertThat(recorded.params()).hasSize(THREADS);
        assertThat(recorded.metrics()).hasSize(THREADS * POINTS).doesNotHaveDuplicates();
    }

    private static void logSeries(TrackedRun run, String name) {
        run.params(Map.of(name, "on"));
        for (int i = 0; i < POINTS; i++) {
            run.metrics(List.of(new Metric(name, i, i, TIME.plusMillis(i))));
        }
    }

    private void finish(TrackedRun... runs) {
        for (TrackedRun run : runs) {
            run.end(RunStatus.FINISHED);
        }
        tracker.close();
        for (TrackedRun run : runs) {
            assertThat(recorded(run.id()).status()).contains(RunStatus.FINISHED);
        }
    }
}
