package org.tributary.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tributary.pipeline.StepContext;

/** Keeps what a step logs, for tests that run one step alone. */
public class RecordingContext implements StepContext {
    private final String step;
    public final Map<String, Double> metrics = new TreeMap<>();
    public final Map<String, byte[]> artifacts = new TreeMap<>();
    public final List<String> warnings = new ArrayList<>();

    public RecordingContext(String step) {
        this.step = step;
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public void metric(String name, double value) {
        metrics.put(name, value);
    }

    @Override
    public void metric(String name, double value, long at) {
        metrics.put(name + "@" + at, value);
    }

    @Override
    public void param(String name, Object value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void tag(String name, String value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void artifact(String path, Path file) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public void artifact(String path, byte[] content) {
        artifacts.put(path, content.clone());
    }

    @Override
    public void progress(long done, long total) {
        if (total >= 0 && done > total) {
            throw new IllegalArgumentException(done + " of " + total);
        }
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public Path workFolder() {
        throw new UnsupportedOperationException("no work folder");
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
