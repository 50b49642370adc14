package org.tributary.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special about the in-memory, noop and composite trackers; the contract they share is tested in mlops-testkit. */
final class TrackersTest {

    private static final Metric LOSS = new Metric("loss", 0.5, 1, Instant.EPOCH);

    private final InMemoryTracker memory = Tracker.inMemory();

    @Test
    void inMemory_runs_areInOrderOfStartWithTheirParents() {
        TrackedRun run = memory.start("birds", "first");
        TrackedRun child = run.child("fold 0");
        TrackedRun other = memory.start("birds", "second");

        assertThat(memory.runs()).containsExactly(run.id(), child.id(), other.id());
        assertThat(memory.parent(child.id())).contains(run.id());
        assertThat(memory.parent(other.id())).isEmpty();
        assertThat(memory.name(child.id())).isEqualTo("fold 0");
    }

    @Test
    void inMemory_unknownRun_namesThoseThereAre() {
        memory.start("birds", "first");

        assertThatThrownBy(() -> memory.params("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no run \"x\"; there are [memory-1]");
    }

    @Test
    void inMemory_paramWithAnotherValue_isRefused() {
        TrackedRun run = memory.start("birds", "first");
        run.params(Map.of("epochs", "5"));
        run.params(Map.of("epochs", "5"));

        assertThatThrownBy(() -> run.params(Map.of("epochs", "6")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("param \"epochs\" is \"5\" and cannot become \"6\"");
        assertThat(memory.params(run.id())).containsExactly(Map.entry("epochs", "5"));
    }

    @Test
    void inMemory_afterItsEnd_takesNothing() {
        TrackedRun run = memory.start("birds", "first");
        run.end(RunStatus.FAILED);
        run.end(RunStatus.FINISHED);

        assertThat(memory.status(run.id())).contains(RunStatus.FAILED);
        for (Runnable late : List.<Runnable>of(
                () -> run.metrics(List.of(LOSS)),
                () -> run.params(Map.of("a", "b")),
                () -> run.tag("a", "b"),
                () -> run.input("a", "b", "c"),
                () -> run.artifact("a", Path.of("pom.xml")),
                () -> run.child("late"))) {
            assertThatThrownBy(late::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("run memory-1 has ended as FAILED");
        }
    }

    @Test
    void inMemory_answers_areCopiesOfTheMoment() {
        TrackedRun run = memory.start("birds", "first");
        List<Metric> before = memory.metrics(run.id());
        run.metrics(List.of(LOSS));

        assertThat(before).isEmpty();
        assertThat(memory.metrics(run.id())).containsExactly(LOSS);
    }

    @Test
    void noop_takesEverythingAndKeepsNothing(@TempDir Path folder) {
        try (Tracker noop = Tracker.noop()) {
            TrackedRun run = noop.start("birds", "first");
            run.params(Map.of("epochs", "5"));
            run.params(Map.of("epochs", "6"));
            run.metrics(List.of(LOSS));
            run.tag("a", "b");
            run.input("a", "b", "c");
            run.artifact("missing", folder.resolve("missing"));
            run.end(RunStatus.FINISHED);

            assertThat(run.child("fold 0").id()).isEqualTo("none");
            assertThat(run.id()).isEqualTo("none");
        }
    }

    @Test
    void composite_passesOnToAllInOrder(@TempDir Path folder) throws Exception {
        InMemoryTracker other = Tracker.inMemory();
        other.start("birds", "earlier");
        TrackedRun run = Tracker.composite(memory, other).start("birds", "first");
        run.params(Map.of("epochs", "5"));
        run.tag("a", "b");
        run.input("data.csv", "sha256:00", "/data.csv");
        run.artifact("report.txt", Files.writeString(folder.resolve("r"), "good"));
        TrackedRun child = run.child("fold 0");
        child.metrics(List.of(LOSS));
        child.end(RunStatus.FINISHED);
        run.end(RunStatus.KILLED);

        assertThat(run.id()).isEqualTo("memory-1");
        assertSame(memory, "memory-1", "memory-2");
        assertSame(other, "memory-2", "memory-3");
    }

    private static void assertSame(InMemoryTracker tracker, String run, String child) {
        assertThat(tracker.params(run)).containsExactly(Map.entry("epochs", "5"));
        assertThat(tracker.tags(run)).containsExactly(Map.entry("a", "b"));
        assertThat(tracker.inputs(run)).containsExactly(Map.entry("data.csv", "sha256:00"));
        assertThat(tracker.artifacts(run).get("report.txt")).asString().isEqualTo("good");
        assertThat(tracker.status(run)).contains(RunStatus.KILLED);
        assertThat(tracker.parent(child)).contains(run);
        assertThat(tracker.metrics(child)).containsExactly(LOSS);
    }

    @Test
    void composite_oneFails_theOthersStillHear() {
        TrackedRun run = Tracker.composite(new Failing("first"), memory, new Failing("second"))
                .start("birds", "run");

        Throwable trouble = catchThrowable(() -> run.tag("a", "b"));

        assertThat(trouble).hasMessage("first: tag");
        assertThat(trouble.getSuppressed()).extracting(Throwable::getMessage).containsExactly("second: tag");
        assertThat(memory.tags("memory-1")).containsOnlyKeys("a");
    }

    @Test
    void composite_oneCannotStart_theOthersHearAndTheEndTells() {
        TrackedRun run = Tracker.composite(new Closed(), memory).start("birds", "run");
        run.tag("a", "b");
        TrackedRun child = run.child("fold 0");
        child.end(RunStatus.FINISHED);

        assertThatThrownBy(() -> run.end(RunStatus.FINISHED)).hasMessage("closed");
        assertThat(run.id()).isEqualTo("memory-1");
        assertThat(memory.status("memory-1")).contains(RunStatus.FINISHED);
        assertThat(memory.status("memory-2")).contains(RunStatus.FINISHED);
    }

    @Test
    void composite_noneCanStart_throws() {
        assertThatThrownBy(() -> Tracker.composite(new Closed(), new Closed()).start("birds", "run"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("closed");
    }

    @Test
    void composite_close_closesAllAndTellsTheFirstTrouble() {
        Failing second = new Failing("second");

        assertThatThrownBy(() -> Tracker.composite(new Failing("first"), second).close())
                .hasMessage("first: close");
        assertThat(second.closed).isTrue();
    }

    @Test
    void composite_ofNone_isLikeNoop() {
        TrackedRun run = Tracker.composite().start("birds", "run");
        run.end(RunStatus.FINISHED);

        assertThat(run.id()).isEqualTo("none");
    }

    /** Cannot start a run. */
    private static final class Closed implements Tracker {
        @Override
        public TrackedRun start(String experiment, String name) {
            throw new IllegalStateException("closed");
        }
    }

    /** Starts runs and fails at all else. */
    private static final class Failing implements Tracker {
        private final String name;
        private boolean closed;

        Failing(String name) {
            this.name = name;
        }

        @Override
        public TrackedRun start(String experiment, String run) {
            return new FailingRun(name);
        }

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException(name + ": close");
        }
    }

    private record FailingRun(String id) implements TrackedRun {

        @Override
        public TrackedRun child(String name) {
            throw new IllegalStateException(id + ": child");
        }

        @Override
        public void params(Map<String, String> params) {
            throw new IllegalStateException(id + ": params");
        }

        @Override
        public void metrics(List<Metric> points) {
            throw new IllegalStateException(id + ": metrics");
        }

        @Override
        public void tag(String name, String value) {
            throw new IllegalStateException(id + ": tag");
        }

        @Override
        public void input(String name, String digest, String source) {
            throw new IllegalStateException(id + ": input");
        }

        @Override
        public void artifact(String path, Path file) {
            throw new IllegalStateException(id + ": artifact");
        }

        @Override
        public void end(RunStatus status) {
            throw new IllegalStateException(id + ": end");
        }
    }
}
