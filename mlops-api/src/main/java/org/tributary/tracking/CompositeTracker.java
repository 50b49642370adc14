package org.tributary.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes everything on to each of several trackers; one that fails does not keep the others from hearing. */
record CompositeTracker(List<Tracker> trackers) implements Tracker {

    @Override
    public TrackedRun start(String experiment, String name) {
        return new Run(trackers.stream()
                .map(tracker -> tracker.start(experiment, name))
                .toList());
    }

    @Override
    public void close() {
        each(trackers, Tracker::close);
    }

    private static <T> void each(List<T> all, Consumer<T> action) {
        RuntimeException first = null;
        for (T one : all) {
            try {
                action.accept(one);
            } catch (RuntimeException e) {
                first = firstOf(first, e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException firstOf(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }

    private record Run(List<TrackedRun> runs) implements TrackedRun {

        @Override
        public String id() {
            return runs.isEmpty() ? "none" : runs.get(0).id();
        }

        @Override
        public TrackedRun child(String name) {
            return new Run(runs.stream().map(run -> run.child(name)).toList());
        }

        @Override
        public void params(Map<String, String> params) {
            each(runs, run -> run.params(params));
        }

        @Override
        public void metrics(List<Metric> points) {
            each(runs, run -> run.metrics(points));
        }

        @Override
        public void tag(String name, String value) {
            each(runs, run -> run.tag(name, value));
        }

        @Override
        public void input(String name, String digest, String source) {
            each(runs, run -> run.input(name, digest, source));
        }

        @Override
        public void artifact(String path, Path file) {
            each(runs, run -> run.artifact(path, file));
        }

        @Override
        public void end(RunStatus status) {
            each(runs, run -> run.end(status));
        }
    }
}
