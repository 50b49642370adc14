package org.tributary.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Records nothing. */
enum NoopTracker implements Tracker {
    INSTANCE;

    @Override
    public TrackedRun start(String experiment, String name) {
        return Run.INSTANCE;
    }

    private enum Run implements TrackedRun {
        INSTANCE;

        @Override
        public String id() {
            return "none";
        }

        @Override
        public TrackedRun child(String name) {
            return this;
        }

        @Override
        public void params(Map<String, String> params) {}

        @Override
        public void metrics(List<Metric> points) {}

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
