package org.tributary.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.pipeline.StepContext;

/** Keeps what a step logs, and cancels it when told to. */
public final class StepLog implements StepContext {

    public final Map<String, Double> metrics = new LinkedHashMap<>();
    public final Map<String, List<Double>> series = new LinkedHashMap<>();
    public final Map<String, byte[]> artifacts = new LinkedHashMap<>();
    public final List<String> warnings = new ArrayList<>();
    public final List<String> progress = new ArrayList<>();
    private int checksLeft = Integer.MAX_VALUE;

    /** A log whose step is cancelled at the check after this many. */
    public static StepLog cancelledAfter(int checks) {
        StepLog log = new StepLog();
        log.checksLeft = checks;
        return log;
    }

    @Override
    public String step() {
        return "step";
    }

    @Override
    public void metric(String name, double value) {
        metrics.put(name, value);
    }

    @Override
    public void metric(String name, double value, long at) {
        List<Double> points = series.computeIfAbsent(name, any -> new ArrayList<>());
        points.add(value);
        if (points.size() != at) {
            throw new AssertionError("point " + at + " of " + name + " came as number " + points.size());
        }
    }

    @Override
    public void param(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tag(String name, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void artifact(String path, Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void artifact(String path, byte[] content) {
        artifacts.put(path, content.clone());
    }

    @Override
    public void progress(long done, long total) {
        progress.add(done + "/" + total);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public Path workFolder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (checksLeft-- == 0) {
            throw new InterruptedException("cancelled");
        }
    }
}
