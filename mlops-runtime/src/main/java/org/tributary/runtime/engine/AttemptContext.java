package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.Metric;

/** The context of one attempt of a step: collects what it logs. Safe for several threads. */
final class AttemptContext implements StepContext {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_./: -]+");
    // Segments that are not empty, ".", or "..", without backslashes, colons and control characters.
    private static final Pattern PATH =
            Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+)*");

    private final RunScope run;
    private final String step;
    private final String owner;
    private final Consumer<Metric> live;
    private final List<Metric> metrics = new ArrayList<>();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, KeptFile> artifacts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Path workFolder;
    private volatile boolean cancelled;
    private volatile boolean named;
    private boolean closed;

    /**
     * The context of one attempt.
     *
     * @param owner the key of the step, or its name if it has none: who logs a name
     * @param live takes each point of a metric when it is logged
     */
    AttemptContext(RunScope run, String step, String owner, Consumer<Metric> live) {
        this.run = run;
        this.step = step;
        this.owner = owner;
        this.live = live;
    }

    @Override
    public String step() {
        named = true;
        return step;
    }

    @Override
    public void metric(String name, double value) {
        metric(name, value, 0);
    }

    @Override
    public void metric(String name, double value, long at) {
        claim("metric", name);
        Metric point = new Metric(name, value, at, run.clock().instant());
        log(() -> metrics.add(point));
        live.accept(point);
    }

    @Override
    public void param(String name, Object value) {
        claim("param", name);
        log(() -> params.put(name, value.toString()));
    }

    @Override
    public void tag(String name, String value) {
        claim("tag", name);
        log(() -> tags.put(name, value));
    }

    @Override
    public void artifact(String path, Path file) throws IOException {
        checkPath(path);
        keep(path, run.folders().keep(file));
    }

    @Override
    public void artifact(String path, byte[] content) {
        checkPath(path);
        keep(path, run.folders().keep(content));
    }

    @Override
    public void progress(long done, long total) {
        checkOpen();
        run.listener().onProgress(step, done, total);
    }

    @Override
    public void warn(String message) {
        log(() -> warnings.add(message));
    }

    @Override
    public synchronized Path workFolder() throws IOException {
        requireOpen();
        if (workFolder == null) {
            workFolder = run.folders().create(step);
        }
        return workFolder;
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelled || run.cancelled().get() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the run was cancelled, or the time of step \"" + step + "\" is up");
        }
    }

    /** Ends an attempt whose thread may not notice an interrupt. */
    void cancel() {
        cancelled = true;
    }

    /** Ends the attempt: threads that it left behind can log no more, and its work folder goes. */
    synchronized void close() {
        closed = true;
        cancelled = true;
        if (workFolder != null) {
            run.folders().removeEarly(workFolder);
        }
    }

    /** What was logged so far. */
    synchronized StepLog log() {
        Map<String, ObjectRef> refs = new LinkedHashMap<>();
        artifacts.forEach((path, kept) -> refs.put(path, kept.ref()));
        return new StepLog(metrics, params, tags, refs, warnings, named);
    }

    /** The files of the artifacts. */
    synchronized List<KeptFile> files() {
        return List.copyOf(artifacts.values());
    }

    private synchronized void log(Runnable entry) {
        requireOpen();
        entry.run();
    }

    private synchronized void checkOpen() {
        requireOpen();
    }

    private void requireOpen() {
        if (closed) {
            throw new PipelineException("[STEP_CONTEXT_CLOSED] step \"" + step + "\" uses its context after its attempt"
                    + " has ended. Wait for the threads of the step before it returns.");
        }
    }

    private void keep(String path, KeptFile kept) {
        run.claims().claim("artifact", path, owner, step);
        log(() -> artifacts.put(path, kept));
    }

    private void claim(String kind, String name) {
        checkOpen();
        if (!NAME.matcher(name).matches()) {
            throw new PipelineException("[RUN_BAD_LOG_NAME] step \"" + step + "\" logs the " + kind + " \"" + name
                    + "\". A name consists of letters, digits, spaces and _ - . / :");
        }
        run.claims().claim(kind, name, owner, step);
    }

    private void checkPath(String path) {
        checkOpen();
        if (!PATH.matcher(path).matches()) {
            throw new PipelineException("[RUN_BAD_ARTIFACT_PATH] step \"" + step + "\" keeps an artifact at \"" + path
                    + "\". Give a plain relative path such as \"plots/loss.svg\".");
        }
    }

    /** A copy of an artifact's content, in a file of the run until the store has it. */
    record KeptFile(Path file, ObjectRef ref) {}
}
