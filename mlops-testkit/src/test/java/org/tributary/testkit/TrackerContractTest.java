package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Metric;
import org.tributary.tracking.Tracker;

/** The trackers of the api keep their contract; the noop tracker records nothing that could be read back. */
final class TrackerContractTest {

    @Nested
    final class InMemory extends TrackerContract {
        private final InMemoryTracker memory = Tracker.inMemory();

        @Override
        protected Tracker tracker() {
            return memory;
        }

        @Override
        protected RecordedRun recorded(String runId) {
            return read(memory, runId);
        }
    }

    @Nested
    final class Composite extends TrackerContract {
        private final InMemoryTracker first = Tracker.inMemory();
        private final InMemoryTracker second = Tracker.inMemory();

        @Override
        protected Tracker tracker() {
            return Tracker.composite(first, Tracker.noop(), second);
        }

        @Override
        protected RecordedRun recorded(String runId) {
            RecordedRun recorded = read(first, runId);
            assertThat(second.runs()).isEqualTo(first.runs());
            assertSame(read(second, runId), recorded);
            return recorded;
        }

        private static void assertSame(RecordedRun actual, RecordedRun expected) {
            assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    private static RecordedRun read(InMemoryTracker tracker, String run) {
        return new RecordedRun(
                tracker.name(run),
                tracker.parent(run),
                tracker.params(run),
                tracker.tags(run),
                tracker.inputs(run),
                sortedByName(tracker.metrics(run)),
                tracker.artifacts(run),
                tracker.status(run));
    }

    /** Points of several threads mix differently in each tracker; those of one metric stay in order. */
    private static List<Metric> sortedByName(List<Metric> points) {
        return points.stream().sorted(Comparator.comparing(Metric::name)).toList();
    }
}
