package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunListener;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.Metric;

/** The context of one attempt of a step: collects what it logs. Safe for several threads. */
final class AttemptContext implements StepContext {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_./: -]+");

    private final String step;
    private final Claims claims;
    private final Clock clock;
    private final WorkFolders folders;
    private final RunListener listener;
    private final Consumer<Metric> live;
    private final List<Metric> metrics = new ArrayList<>();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, KeptFile> artifacts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Path workFolder;
    private volatile boolean cancelled;

    AttemptContext(
            String step, Claims claims, Clock clock, WorkFolders folders, RunListener listener, Consumer<Metric> live) {
        this.step = step;
        this.claims = claims;
        this.clock = clock;
        this.folders = folders;
        this.listener = listener;
        this.live = live;
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public void metric(String name, double value) {
        metric(name, value, 0);
    }

    @Override
    public void metric(String name, double value, long at) {
        claim("metric", name);
        Metric point = new Metric(name, value, at, clock.instant());
        synchronized (this) {
            metrics.add(point);
        }
        live.accept(point);
    }

    @Override
    public void param(String name, Object value) {
        claim("param", name);
        synchronized (this) {
            params.put(name, value.toString());
        }
    }

    @Override
    public void tag(String name, String value) {
        claim("tag", name);
        synchronized (this) {
            tags.put(name, value);
        }
    }

    @Override
    public void artifact(String path, Path file) throws IOException {
        keep(path, folders.keep(file));
    }

    @Override
    public void artifact(String path, byte[] content) {
        keep(path, folders.keep(content));
    }

    @Override
    public void progress(long done, long total) {
        listener.onProgress(step, done, total);
    }

    @Override
    public synchronized void warn(String message) {
        warnings.add(message);
    }

    @Override
    public synchronized Path workFolder() throws IOException {
        if (workFolder == null) {
            workFolder = folders.create(step);
        }
        return workFolder;
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the run was cancelled, or the time of step \"" + step + "\" is up");
        }
    }

    /** Ends an attempt whose thread may not notice an interrupt. */
    void cancel() {
        cancelled = true;
    }

    /** What was logged so far. */
    synchronized StepLog log() {
        Map<String, ObjectRef> refs = new LinkedHashMap<>();
        artifacts.forEach((path, kept) -> refs.put(path, kept.ref()));
        return new StepLog(metrics, params, tags, refs, warnings);
    }

    /** The files of the artifacts. */
    synchronized List<KeptFile> files() {
        return List.copyOf(artifacts.values());
    }

    private void keep(String path, KeptFile kept) {
        checkPath(path);
        claims.claim("artifact", path, step);
        synchronized (this) {
            artifacts.put(path, kept);
        }
    }

    private void claim(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PipelineException("[RUN_BAD_LOG_NAME] step \"" + step + "\" logs the " + kind + " \"" + name
                    + "\". A name consists of letters, digits, spaces and _ - . / :");
        }
        claims.claim(kind, name, step);
    }

    private void checkPath(String path) {
        Path relative = Path.of(path);
        boolean plain = !path.isEmpty()
                && !path.contains("\\")
                && !relative.isAbsolute()
                && relative.equals(relative.normalize())
                && !relative.startsWith("..");
        if (!plain) {
            throw new PipelineException("[RUN_BAD_ARTIFACT_PATH] step \"" + step + "\" keeps an artifact at \"" + path
                    + "\". Give a plain relative path such as \"plots/loss.svg\".");
        }
    }

    /** A copy of an artifact's content, in a file of the run until the store has it. */
    record KeptFile(Path file, ObjectRef ref) {}
}
