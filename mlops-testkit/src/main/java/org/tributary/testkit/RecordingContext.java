package org.tributary.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tributary.pipeline.StepContext;

/**
 * A context that keeps what a step logs, for tests that call one step alone.
 *
 * <pre>{@code
 * RecordingContext context = RecordingContext.in(folder);
 * Table clean = Clean.of(...).run(table, context);
 * assertThat(context.metrics()).containsEntry("rows", 344.0);
 * }</pre>
 *
 * <p>Answers are copies of the moment. <b>Threads:</b> safe for several threads.
 */
public final class RecordingContext implements StepContext {

    private final Path work;
    private final Map<String, Double> metrics = new TreeMap<>();
    private final Map<String, Map<Long, Double>> series = new TreeMap<>();
    private final Map<String, String> params = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, byte[]> artifacts = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean cancelled;

    private RecordingContext(Path work) {
        this.work = work;
    }

    /**
     * A context of a step called {@code step}.
     *
     * @param folder where {@link #workFolder} makes folders; a test's temporary folder
     */
    public static RecordingContext in(Path folder) {
        return new RecordingContext(folder);
    }

    /** From now on {@link #checkCancelled} throws. */
    public synchronized void cancel() {
        cancelled = true;
    }

    /** The final figures by name. */
    public synchronized Map<String, Double> metrics() {
        return Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    /** The points of a series by position, in the order they were logged; empty if nothing was. */
    public synchronized Map<Long, Double> series(String name) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(series.getOrDefault(name, Map.of())));
    }

    /** The params by name, as text. */
    public synchronized Map<String, String> params() {
        return Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /** The tags by name. */
    public synchronized Map<String, String> tags() {
        return Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** The content of the artifacts by path. */
    public synchronized Map<String, byte[]> artifacts() {
        return Collections.unmodifiableMap(new TreeMap<>(artifacts));
    }

    /** The warnings in order. */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public String step() {
        return "step";
    }

    @Override
    public synchronized void metric(String name, double value) {
        metrics.put(name, value);
    }

    @Override
    public synchronized void metric(String name, double value, long at) {
        series.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(at, value);
    }

    @Override
    public synchronized void param(String name, Object value) {
        params.put(name, value.toString());
    }

    @Override
    public synchronized void tag(String name, String value) {
        tags.put(name, value);
    }

    @Override
    public void artifact(String path, Path file) throws IOException {
        artifact(path, Files.readAllBytes(file));
    }

    @Override
    public synchronized void artifact(String path, byte[] content) {
        artifacts.put(path, content.clone());
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public synchronized void warn(String message) {
        warnings.add(message);
    }

    @Override
    public Path workFolder() throws IOException {
        return Files.createTempDirectory(work, "work");
    }

    @Override
    public synchronized void checkCancelled() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled by the test");
        }
    }
}
