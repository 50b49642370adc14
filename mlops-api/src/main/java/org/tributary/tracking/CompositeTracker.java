package org.tributary.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes everything on to each of several trackers; one that fails does not keep the others from hearing. */
record CompositeTracker(List<Tracker> trackers) implements Tracker {

    @Override
    public TrackedRun start(String experiment, String name) {
        return Run.start(trackers, tracker -> tracker.start(experiment, name));
    }

    @Override
    public void prepare() {
        each(trackers, Tracker::prepare);
    }

    @Override
    public void close() {
        each(trackers, Tracker::close);
    }

    private static <T> void each(List<T> all, Consumer<T> action) {
        Troubles troubles = new Troubles();
        all.forEach(one -> troubles.guard(() -> action.accept(one)));
        troubles.throwIfAny();
    }

    /** Collects failures while the others are still to hear. */
    private static final class Troubles {

        private @Nullable RuntimeException first;

        void guard(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                add(e);
            }
        }

        private void add(RuntimeException next) {
            if (first == null) {
                first = next;
            } else if (first != next) {
                first.addSuppressed(next);
            }
        }

        void throwIfAny() {
            if (first != null) {
                throw first;
            }
        }
    }

    /** The runs that could be started; what kept the others from starting is told when the run ends. */
    private record Run(List<TrackedRun> runs, Troubles missing) implements TrackedRun {

        /** Throws only if none could be started. */
        static <T> Run start(List<T> all, Function<T, TrackedRun> start) {
            List<TrackedRun> runs = new ArrayList<>();
            Troubles troubles = new Troubles();
            all.forEach(one -> troubles.guard(() -> runs.add(start.apply(one))));
            if (runs.isEmpty()) {
                troubles.throwIfAny();
            }
            return new Run(List.copyOf(runs), troubles);
        }

        @Override
        public String id() {
            return runs.isEmpty() ? "none" : runs.get(0).id();
        }

        @Override
        public TrackedRun child(String name) {
            return start(runs, run -> run.child(name));
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
        public void tags(Map<String, String> tags) {
            each(runs, run -> run.tags(tags));
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
            missing.throwIfAny();
        }
    }
}
