package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.Tracker;

/** What waits for a busy tracker goes in one message of its kind. */
@Timeout(60)
final class RunTrackingTest {

    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    private static final int MANY = 50;

    private final Warnings warnings = new Warnings(List.of());
    private final BusyRun busy = new BusyRun();

    /** Tells a run that is still busy with its first message, and waits until it has everything. */
    private void tell(Consumer<RunTracking> messages) {
        Tracker tracker = (experiment, name) -> busy;
        BackgroundQueue queue = BackgroundQueue.unbounded(work -> new Thread(work, "test-tracking"));
        RunTracking tracking = RunTracking.start(tracker, "birds", "run", queue, warnings);
        tracking.log(logged("first", 0), ref -> Path.of("first"));
        FailureTest.await(busy.reached);
        messages.accept(tracking);
        busy.released.countDown();
        tracking.end(RunStatus.FINISHED);
    }

    private static StepLog logged(String param, int value) {
        return new StepLog(List.of(), Map.of(param, Integer.toString(value)), Map.of(), Map.of(), List.of(), false);
    }

    @Test
    void outcomes_ofManySteps_areOneMessage() {
        tell(tracking -> {
            for (int i = 0; i < MANY; i++) {
                tracking.outcome("step" + i, new StepOutcome.Cached("step" + i, Duration.ZERO, 1));
            }
        });

        assertThat(busy.calls).containsExactly("params", "tags", "end");
        assertThat(busy.tags).containsEntry("tributary.step.step49", "CACHED").hasSize(2 * MANY);
        assertThat(warnings.all()).isEmpty();
    }

    @Test
    void logs_ofManySteps_areOneMessageOfEachKind() {
        tell(tracking -> {
            for (int i = 0; i < MANY; i++) {
                tracking.metrics(List.of(new Metric("loss", i, i, TIME)));
                tracking.log(logged("param" + i, i), ref -> Path.of("none"));
                tracking.tag("last", Integer.toString(i));
            }
        });

        assertThat(busy.calls).containsExactly("params", "metrics", "params", "tags", "end");
        assertThat(busy.points).extracting(Metric::step).isSorted().hasSize(MANY);
        assertThat(busy.params).containsEntry("param49", "49").hasSize(MANY + 1);
        assertThat(busy.tags).isEqualTo(Map.of("last", "49"));
    }

    @Test
    void emptyLogs_areNoMessage() {
        tell(tracking -> {
            tracking.metrics(List.of());
            tracking.log(StepLog.EMPTY, ref -> Path.of("none"));
        });

        assertThat(busy.calls).containsExactly("params", "end");
    }

    @Test
    void params_thatContradict_reachTheTrackerWhichTellsOfThem() {
        tell(tracking -> {
            tracking.log(logged("epochs", 1), ref -> Path.of("none"));
            tracking.log(logged("epochs", 2), ref -> Path.of("none"));
            tracking.log(logged("depth", 3), ref -> Path.of("none"));
        });

        assertThat(busy.calls).containsExactly("params", "params", "params", "end");
        assertThat(busy.params).isEqualTo(Map.of("first", "0", "epochs", "1", "depth", "3"));
        assertThat(warnings.all())
                .containsExactly(
                        "[TRACKING_FAILED] something was not tracked: java.lang.IllegalArgumentException: epochs");
    }

    /** Keeps what it is told; its first message takes until it is released. */
    private static final class BusyRun implements TrackedRun {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, String> params = Collections.synchronizedMap(new HashMap<>());
        private final Map<String, String> tags = Collections.synchronizedMap(new HashMap<>());
        private final List<Metric> points = Collections.synchronizedList(new ArrayList<>());

        private void called(String call) {
            calls.add(call);
            reached.countDown();
            FailureTest.await(released);
        }

        @Override
        public String id() {
            return "busy";
        }

        @Override
        public TrackedRun child(String name) {
            return this;
        }

        @Override
        public void params(Map<String, String> more) {
            called("params");
            List<String> refused = new ArrayList<>();
            more.forEach((name, value) -> {
                if (!value.equals(params.getOrDefault(name, value))) {
                    refused.add(name);
                }
                params.putIfAbsent(name, value);
            });
            if (!refused.isEmpty()) {
                throw new IllegalArgumentException(String.join(", ", refused));
            }
        }

        @Override
        public void metrics(List<Metric> more) {
            called("metrics");
            points.addAll(more);
        }

        @Override
        public void tag(String name, String value) {
            called("tag");
        }

        @Override
        public void tags(Map<String, String> more) {
            called("tags");
            tags.putAll(more);
        }

        @Override
        public void input(String name, String digest, String source) {
            called("input");
        }

        @Override
        public void artifact(String path, Path file) {
            called("artifact");
        }

        @Override
        public void end(RunStatus status) {
            called("end");
        }
    }
}
