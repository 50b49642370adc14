package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.picture.PipelinePicture;
import org.tributary.runtime.value.ObjectSource;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

/** One run from its start to its report: sets up what it needs, drives it, and ends everything in order. For one thread. */
final class LocalRun<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);

    private final RunnerParts parts;
    private final Planner planner;
    private final RunnerSettings settings;
    private final RunPlan plan;
    private final Pipeline<T> pipeline;
    private final RunOptions options;
    private final long startTick;
    private final Instant started;
    private final RunListener listener;
    private final Warnings warnings;
    private final RunTracking tracking;
    private final GitState git;
    private final BackgroundQueue durable = BackgroundQueue.bounded(threads("store"));
    private final RunScope scope;

    LocalRun(RunnerParts parts, Planner planner, RunPlan plan, Pipeline<T> pipeline, RunOptions options) {
        this.parts = parts;
        this.planner = planner;
        this.settings = parts.settings();
        this.plan = plan;
        this.pipeline = pipeline;
        this.options = options;
        this.startTick = settings.ticker().getAsLong();
        this.git = gitState(settings);
        this.started = settings.clock().instant();
        this.warnings = new Warnings(settings.listeners());
        this.listener = new GuardedListener(settings.listeners(), warnings);
        String name = options.name().orElse(pipeline.name());
        String experiment = settings.experiment().orElse(pipeline.name());
        this.tracking = RunTracking.start(
                settings.tracker(), experiment, name, BackgroundQueue.unbounded(threads("tracking")), warnings);
        this.scope = scope(tracking.idOr(settings.runIds().get()));
    }

    /** A tracked run always tells the commit, so git can look while the run begins. */
    private static GitState gitState(RunnerSettings settings) {
        GitState git = settings.git().get();
        if (settings.tracker() != Tracker.noop()) {
            git.askAhead();
        }
        return git;
    }

    /** Lets a tracker get ready while the run is planned. */
    static void prepare(Tracker tracker) {
        if (tracker != Tracker.noop()) {
            threads("tracking").newThread(() -> tryPrepare(tracker)).start();
        }
    }

    private static void tryPrepare(Tracker tracker) {
        try {
            tracker.prepare();
        } catch (RuntimeException | Error e) {
            LOG.debug("the tracker is not ready, which its start will tell", e);
        }
    }

    RunReport<T> run() {
        listener.onRunStarted(scope.runId(), pipeline);
        plan.body().steps().forEach(step -> tracking.settings(step.node()));
        RunExecution execution = execute();
        RunStates states = RunStates.of(
                plan.graph(), execution.states(), plan.body().steps().size());
        RunReport<T> report = report(states, status(execution, states));
        finishTracking(report, states);
        scope.folders().remove(warnings);
        listener.onRunFinished(report);
        if (execution.wasCancelled()) {
            Thread.currentThread().interrupt();
        }
        return report;
    }

    /** Runs all steps and waits until their values are durable. */
    private RunExecution execute() {
        // A check must not blame one step for what another does to a value at the same time.
        int count = options.checked() ? 1 : settings.threads();
        ThreadPoolExecutor workers = threads(count, "step");
        Optional<FanOutDispatch> fanOut = settings.fanOut()
                .filter(given -> !options.checked())
                .map(given -> new FanOutDispatch(given, threads(count, "fan-out")));
        try {
            RunExecution execution = execution(workers, fanOut);
            execution.run();
            return execution;
        } catch (RuntimeException | Error e) {
            tracking.end(RunStatus.FAILED);
            throw e;
        } finally {
            workers.shutdownNow();
            fanOut.ifPresent(dispatch -> dispatch.waiting().shutdownNow());
            finishStore();
        }
    }

    private RunScope scope(String runId) {
        Optional<Results> results = parts.results(pipeline, options, warnings);
        ObjectSource objects = ref -> results.orElseThrow().objects().read(ref);
        Encoding encoding = new Encoding(parts.forms(), objects, results.isPresent() || options.checked());
        return new RunScope(
                runId,
                options,
                encoding,
                parts.elements(encoding, planner),
                parts.keys(),
                results,
                new Attempts(threads("timed-step"), settings),
                new Claims(),
                tracking,
                listener,
                warnings,
                new WorkFolders(settings.work()),
                new Provenances(runId, git),
                settings.clock(),
                new ConcurrentHashMap<>(),
                new AtomicBoolean(),
                Optional.empty());
    }

    private RunExecution execution(ThreadPoolExecutor workers, Optional<FanOutDispatch> fanOut) {
        FolderSwap folders = new FolderSwap(ProcessHandle.current().pid(), scope.runId());
        ExportStage stage = new ExportStage(parts.exports(), scope.provenances(), folders);
        return new RunExecution(scope, plan, options, workers, fanOut, new Outcomes(scope, durable), stage);
    }

    private void finishStore() {
        if (options.cached()) {
            durable.add(this::saveFingerprints);
        }
        durable.finish();
    }

    private void saveFingerprints() {
        try {
            parts.fingerprints().save();
        } catch (IOException e) {
            warnings.accept("[CACHE_WRITE_FAILED] the fingerprints of classes were not stored and are computed again by"
                    + " the next run: " + e.getMessage());
        }
    }

    private RunReport<T> report(RunStates states, RunStatus status) {
        Duration time = Duration.ofNanos(settings.ticker().getAsLong() - startTick);
        return new LocalRunReport<>(scope.runId(), status, pipeline, states, plan.result(), warnings, time);
    }

    private void finishTracking(RunReport<T> report, RunStates states) {
        if (tracking.isOn()) {
            git.commit().ifPresent(commit -> tracking.tag("mlflow.source.git.commit", commit.id()));
            settings.attachments().forEach((path, text) -> attach(path, () -> text));
            RunRecord record = new RunRecord(report, pipeline.name(), states.inOrder(), started, git.commit());
            attach("run.json", record::toJson);
            attach("graph.svg", PipelinePicture.of(pipeline).withReport(report)::toSvg);
        }
        tracking.end(report.status());
    }

    // The steps are done by now, and what is told of them must not undo that.
    private void attach(String path, Supplier<String> text) {
        try {
            tracking.artifact(path, scope.folders().keep(text.get().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            warnings.accept("[TRACKING_FAILED] " + path + " was not tracked", e);
        }
    }

    private static RunStatus status(RunExecution execution, RunStates states) {
        if (execution.wasCancelled()) {
            return RunStatus.KILLED;
        }
        boolean done = states.inOrder().stream()
                .map(StepState::outcome)
                .noneMatch(outcome -> outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Skipped);
        return done ? RunStatus.FINISHED : RunStatus.FAILED;
    }

    private static ThreadPoolExecutor threads(int count, String purpose) {
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads(purpose));
    }

    private static ThreadFactory threads(String purpose) {
        return work -> {
            Thread thread = new Thread(work, "tributary-" + purpose);
            thread.setDaemon(true);
            return thread;
        };
    }
}
