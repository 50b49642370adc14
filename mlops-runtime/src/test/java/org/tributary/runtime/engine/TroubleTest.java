package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.Tracker;

/** Listeners and trackers that fail or hang never fail a run. */
@Timeout(60)
final class TroubleTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void prepare() {
        runs = new Runs(folder);
    }

    private static Pipeline<String> chatty(int points) {
        return Pipeline.define(
                "chatty",
                p -> p.add("say", new Say("text"), Steps.KEYED).then("chat", new Text("chat", (text, context) -> {
                    for (int i = 0; i < points; i++) {
                        context.metric("loss", i, i);
                        context.progress(i, points);
                    }
                    context.param("answer", 42);
                    return text;
                })));
    }

    /** Throws from every method. */
    private record Faulty(Throwable fault) implements RunListener {

        @Override
        public void onRunStarted(String runId, Pipeline<?> pipeline) {
            throwIt();
        }

        @Override
        public void onStepStarted(String step) {
            throwIt();
        }

        @Override
        public void onProgress(String step, long done, long total) {
            throwIt();
        }

        @Override
        public void onStepFinished(StepOutcome outcome) {
            throwIt();
        }

        @Override
        public void onWarning(String message) {
            throwIt();
        }

        @Override
        public void onRunFinished(RunReport<?> report) {
            throwIt();
        }

        private void throwIt() {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }
    }

    @Test
    void listener_thatThrows_isAWarning() {
        for (Throwable fault : List.of(new IllegalStateException("full"), new AssertionError("wrong"))) {
            RunReport<String> report =
                    runs.builder().listener(new Faulty(fault)).build().run(chatty(100));

            assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
            String warning = "[RUN_LISTENER_FAILED] the listener " + Faulty.class.getName()
                    + " failed, and its further faults are not told: " + fault;
            assertThat(report.warnings()).contains(warning).hasSizeLessThanOrEqualTo(2);
            assertThat(runs.events().warnings()).contains(warning);
        }
        assertThat(runs.events().all()).contains("end FINISHED");
    }

    /** A tracked run that does the same with everything it is told. */
    private record Same(Runnable deed) implements TrackedRun, Tracker {

        @Override
        public TrackedRun start(String experiment, String name) {
            return this;
        }

        @Override
        public String id() {
            return "same";
        }

        @Override
        public TrackedRun child(String name) {
            return this;
        }

        @Override
        public void params(Map<String, String> params) {
            deed.run();
        }

        @Override
        public void metrics(List<Metric> points) {
            deed.run();
        }

        @Override
        public void tag(String name, String value) {
            deed.run();
        }

        @Override
        public void input(String name, String digest, String source) {
            deed.run();
        }

        @Override
        public void artifact(String path, Path file) {
            deed.run();
        }

        @Override
        public void end(RunStatus status) {
            deed.run();
        }
    }

    @Test
    void tracker_thatThrows_isAWarningAndACount() {
        Tracker tracker = new Same(() -> {
            throw new IllegalStateException("server down");
        });

        RunReport<String> report = runs.builder().tracker(tracker).build().run(chatty(100));

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(report.runId()).isEqualTo("same");
        assertThat(report.warnings()).hasSize(2);
        assertThat(report.warnings().get(0))
                .isEqualTo("[TRACKING_FAILED] something was not tracked: java.lang.IllegalStateException: server down");
        assertThat(report.warnings().get(1)).matches("\\[TRACKING_FAILED] \\d+ more messages were not tracked\\.");
    }

    @Test
    void tracker_thatCannotBeLoaded_isAWarning() {
        Tracker tracker = new Same(() -> {
            throw new NoClassDefFoundError("org/mlflow/Client");
        });

        RunReport<String> report = runs.builder().tracker(tracker).build().run(chatty(1));

        assertThat(report.warnings().get(0)).contains("NoClassDefFoundError: org/mlflow/Client");
    }

    @Test
    void tracker_thatCannotStart_leavesTheRunUntracked() {
        Tracker tracker = (experiment, name) -> {
            throw new IllegalStateException("no server");
        };

        RunReport<String> report =
                runs.builder().tracker(tracker).runIds(() -> "own-id").build().run(chatty(1));

        assertThat(report.runId()).isEqualTo("own-id");
        assertThat(report.warnings())
                .containsExactly(
                        "[TRACKING_FAILED] the run is not tracked: java.lang.IllegalStateException: no server");
    }

    @Test
    void tracker_thatHangs_holdsUpNoStep() throws Exception {
        CountDownLatch server = new CountDownLatch(1);
        CountDownLatch steps = new CountDownLatch(2);
        Tracker tracker = new Same(() -> FailureTest.awaitDeaf(server));
        RunListener listener = new RunListener() {
            @Override
            public void onStepFinished(StepOutcome outcome) {
                steps.countDown();
            }
        };
        LocalRunner runner = runs.builder().tracker(tracker).listener(listener).build();
        FutureTask<RunReport<String>> run = new FutureTask<>(() -> runner.run(chatty(10_000)));
        new Thread(run, "caller").start();

        FailureTest.await(steps);
        assertThat(run.isDone()).isFalse();
        server.countDown();

        assertThat(run.get(30, TimeUnit.SECONDS).warnings()).isEmpty();
    }

    @Test
    void tracker_thatHangsWhenTheRunIsCancelled_isGivenUp() throws Exception {
        CountDownLatch server = new CountDownLatch(1);
        CountDownLatch steps = new CountDownLatch(2);
        Tracker tracker = new Same(() -> FailureTest.awaitDeaf(server));
        RunListener listener = new RunListener() {
            @Override
            public void onStepFinished(StepOutcome outcome) {
                steps.countDown();
            }
        };
        LocalRunner runner = runs.builder().tracker(tracker).listener(listener).build();
        FutureTask<RunReport<String>> run = new FutureTask<>(() -> runner.run(chatty(10)));
        Thread caller = new Thread(run, "caller");
        caller.start();
        FailureTest.await(steps);
        caller.interrupt();

        RunReport<String> report = run.get(30, TimeUnit.SECONDS);
        server.countDown();

        assertThat(report.warnings())
                .containsExactly("[TRACKING_FAILED] the tracker did not take everything before the run ended.");
    }

    @Test
    void points_ofASlowTracker_comeTogetherAndInOrder() throws Exception {
        CountDownLatch server = new CountDownLatch(1);
        List<List<Metric>> calls = new CopyOnWriteArrayList<>();
        Tracker tracker = (experiment, name) -> new Recording(server, calls);
        LocalRunner runner = runs.builder().tracker(tracker).build();
        FutureTask<RunReport<String>> run = new FutureTask<>(() -> runner.run(chatty(10_000)));
        new Thread(run, "caller").start();
        server.countDown();
        run.get(30, TimeUnit.SECONDS);

        List<Metric> points = calls.stream().flatMap(List::stream).toList();
        assertThat(points).hasSize(10_000);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).step()).isEqualTo(i);
        }
    }

    private record Recording(CountDownLatch server, List<List<Metric>> calls) implements TrackedRun {

        @Override
        public String id() {
            return "recording";
        }

        @Override
        public TrackedRun child(String name) {
            return this;
        }

        @Override
        public void params(Map<String, String> params) {
            FailureTest.await(server);
        }

        @Override
        public void metrics(List<Metric> points) {
            calls.add(points);
        }

        @Override
        public void tag(String name, String value) {}

        @Override
        public void input(String name, String digest, String source) {}

        @Override
        public void artifact(String path, Path file) {}

        @Override
        public void end(RunStatus status) {}
    }
}
