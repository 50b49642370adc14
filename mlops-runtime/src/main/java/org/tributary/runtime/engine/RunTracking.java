package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Node;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.key.SettingsText;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.Tracker;

/**
 * One run as a tracker sees it. Everything is sent from a thread of its own, so that a slow tracker delays no step; params,
 * points and tags that wait meanwhile go in one message of their kind, in order, for each may cost a transaction. Trouble becomes
 * one warning, and its amount another.
 *
 * <p>Safe for several threads.
 */
final class RunTracking {

    /** Makes the content of a stored artifact readable as a file. */
    @FunctionalInterface
    interface ArtifactFiles {
        Path file(ObjectRef ref) throws IOException;
    }

    private static final Duration CANCEL_TIME = Duration.ofSeconds(2);
    private static final Duration END_TIME = Duration.ofDays(1);

    // Set by the thread that sends: a child run is started by the first message of its own.
    private volatile @Nullable TrackedRun run;
    private final @Nullable BackgroundQueue queue;
    private final Warnings warnings;
    private final Unsent<Map.Entry<String, String>> params = new Unsent<>();
    private final Unsent<Metric> points = new Unsent<>();
    private final Unsent<Map.Entry<String, String>> tags = new Unsent<>();
    private final AtomicInteger failures;

    private RunTracking(
            @Nullable TrackedRun run, @Nullable BackgroundQueue queue, Warnings warnings, AtomicInteger failures) {
        this.run = run;
        this.queue = queue;
        this.warnings = warnings;
        this.failures = failures;
    }

    /** Starts a run in the tracker; if that fails the pipeline goes on untracked. */
    static RunTracking start(
            Tracker tracker, String experiment, String name, BackgroundQueue queue, Warnings warnings) {
        if (tracker == Tracker.noop()) {
            return off(warnings);
        }
        try {
            return new RunTracking(tracker.start(experiment, name), queue, warnings, new AtomicInteger());
        } catch (RuntimeException | Error e) {
            warnings.accept("[TRACKING_FAILED] the run is not tracked", e);
            return off(warnings);
        }
    }

    private static RunTracking off(Warnings warnings) {
        return new RunTracking(null, null, warnings, new AtomicInteger());
    }

    /** A run below this one; if it cannot be started, that is a warning and what it is sent is lost. */
    RunTracking child(String name) {
        RunTracking child = new RunTracking(null, queue, warnings, failures);
        send(tracked -> child.run = tracked.child(name));
        return child;
    }

    boolean isOn() {
        return queue != null;
    }

    /** The id that the tracker gave the run, or the other one. */
    String idOr(String other) {
        TrackedRun tracked = run;
        return tracked == null ? other : tracked.id();
    }

    /** Sends one point as soon as possible. */
    void metric(Metric point) {
        metrics(List.of(point));
    }

    /** Sends the settings of a step as params. */
    void settings(Node<?> node) {
        if (isOn()) {
            Map<String, String> values = new LinkedHashMap<>();
            node.settings()
                    .ifPresent(settings -> SettingsText.of(settings)
                            .forEach((name, value) -> values.put(node.name() + "." + name, value)));
            params(values);
        }
    }

    private void params(Map<String, String> more) {
        if (isOn() && params.add(more.entrySet())) {
            send(tracked -> batches(params.take()).forEach(batch -> guarded(() -> tracked.params(batch))));
        }
    }

    /** A name that has another value already starts a batch of its own: the tracker is to tell of that. */
    private static List<Map<String, String>> batches(List<Map.Entry<String, String>> params) {
        List<Map<String, String>> batches = new ArrayList<>();
        Map<String, String> last = new LinkedHashMap<>();
        for (Map.Entry<String, String> param : params) {
            String before = last.get(param.getKey());
            if (before != null && !before.equals(param.getValue())) {
                batches.add(last);
                last = new LinkedHashMap<>();
            }
            last.put(param.getKey(), param.getValue());
        }
        batches.add(last);
        return batches;
    }

    /** Notes the files that a step reads. */
    void data(KeyParts parts) {
        parts.data().forEach(one -> send(tracked -> tracked.input(one.name(), one.digest(), one.name())));
    }

    /** Sends the points that were held back. */
    void metrics(List<Metric> more) {
        if (isOn() && points.add(more)) {
            send(tracked -> tracked.metrics(points.take()));
        }
    }

    /** Sends everything that a step logged but metrics. */
    void log(StepLog log, ArtifactFiles files) {
        params(log.params());
        tags(log.tags());
        log.artifacts().forEach((path, ref) -> send(tracked -> tracked.artifact(path, open(files, ref))));
    }

    /** Where kept files of an attempt lie. */
    static ArtifactFiles kept(List<KeptFile> files) {
        return ref -> files.stream()
                .filter(file -> file.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IOException("artifact " + ref.digest() + " was not kept"))
                .file();
    }

    /** Sets a tag of the run. */
    void tag(String name, String value) {
        tags(Map.of(name, value));
    }

    private void tags(Map<String, String> more) {
        if (isOn() && tags.add(more.entrySet())) {
            send(tracked -> tracked.tags(latest(tags.take())));
        }
    }

    private static Map<String, String> latest(List<Map.Entry<String, String>> tags) {
        Map<String, String> latest = new LinkedHashMap<>();
        tags.forEach(tag -> latest.put(tag.getKey(), tag.getValue()));
        return latest;
    }

    /** Keeps a file with the run. */
    void artifact(String path, KeptFile kept) {
        send(tracked -> tracked.artifact(path, kept.file()));
    }

    /** Says how a step ended and how many seconds it took, as tags: both differ from run to run. */
    void outcome(String step, StepOutcome outcome) {
        String name = "tributary.step." + step;
        tags(Map.of(
                name,
                outcome.word(),
                name + ".seconds",
                Double.toString(outcome.time().toNanos() / 1e9)));
    }

    /** Ends a child; what was sent to it before arrives first. */
    void endChild(RunStatus status) {
        send(tracked -> tracked.end(status));
    }

    /** Ends the run and waits until everything is sent; not longer than 2 s if the run was cancelled. */
    void end(RunStatus status) {
        send(tracked -> tracked.end(status));
        if (queue != null && !queue.finishWithin(status == RunStatus.KILLED ? CANCEL_TIME : END_TIME)) {
            warnings.accept("[TRACKING_FAILED] the tracker did not take everything before the run ended.");
        }
        if (failures.get() > 1) {
            warnings.accept("[TRACKING_FAILED] " + (failures.get() - 1) + " more messages were not tracked.");
        }
    }

    private static Path open(ArtifactFiles files, ObjectRef ref) {
        try {
            return files.file(ref);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Consumer<TrackedRun> message) {
        if (queue != null) {
            queue.add(() -> {
                TrackedRun tracked = run;
                if (tracked != null) {
                    guarded(() -> message.accept(tracked));
                }
            });
        }
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (failures.incrementAndGet() == 1) {
            warnings.accept(
                    "[TRACKING_FAILED] something was not tracked",
                    e instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : e);
        }
    }
}
