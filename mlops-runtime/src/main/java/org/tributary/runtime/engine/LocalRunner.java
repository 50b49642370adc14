package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Forecast;
import org.tributary.run.RunListener;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.value.ValueForms;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

/**
 * Runs pipelines in this process, on several threads, with a cache in a folder.
 *
 * <p>Several runners and processes may share a cache. <b>Threads:</b> safe for concurrent runs. Each run has its own threads,
 * which end with it, so a runner need not be closed; a tracker that was given is closed by its giver.
 */
public final class LocalRunner implements Runner {

    private final Settings settings;
    private final ValueForms forms;
    private final Exports exports;
    private final CodeFingerprints fingerprints;
    private final Planner planner;
    private final Keys keys;

    private LocalRunner(Settings settings) {
        this.settings = settings;
        this.forms = ValueForms.of(settings.extension.codecs());
        this.exports = new Exports(settings.extension.folderFormats());
        this.fingerprints = CodeFingerprints.of(new OwnCode(settings.ownCode), settings.fingerprints, settings.clock);
        this.planner = new Planner(forms, fingerprints, exports);
        this.keys = new Keys(new FileDigests(settings.clock), settings.extension.dataVersions());
    }

    /** A runner with the extensions on the class path, a cache in {@code .mlops/cache}, and no tracking. */
    public static LocalRunner create() {
        return builder().build();
    }

    /** Options for a runner; each has a default. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <T> RunReport<T> run(Pipeline<T> pipeline, RunOptions options) {
        RunPlan plan = planner.plan(pipeline, options);
        long start = settings.ticker.getAsLong();
        RunListener listener = new GuardedListener(settings.listeners);
        Warnings warnings = new Warnings(listener);
        BackgroundQueue trackingQueue = new BackgroundQueue(threads("tracking"));
        RunTracking tracking = RunTracking.start(
                settings.tracker, pipeline.name(), options.name().orElse(pipeline.name()), trackingQueue, warnings);
        RunScope scope = scope(pipeline, options, listener, warnings, tracking);
        listener.onRunStarted(scope.runId(), pipeline);
        pipeline.nodes().forEach(tracking::settings);
        BackgroundQueue durable = new BackgroundQueue(threads("store"));
        ExecutorService workers = Executors.newFixedThreadPool(settings.threads, threads("step"));
        RunExecution execution = execution(scope, plan, options, workers, durable);
        List<StepState> states = execution.run();
        workers.shutdown();
        if (options.cached()) {
            durable.add(() -> saveFingerprints(warnings));
        }
        durable.finish();
        RunStatus status = status(execution, states);
        tracking.end(status);
        scope.folders().remove(warnings);
        Duration time = Duration.ofNanos(settings.ticker.getAsLong() - start);
        RunReport<T> report = new LocalRunReport<>(scope.runId(), status, plan, pipeline, states, warnings.all(), time);
        listener.onRunFinished(report);
        if (execution.wasCancelled()) {
            Thread.currentThread().interrupt();
        }
        return report;
    }

    private void saveFingerprints(Warnings warnings) {
        try {
            fingerprints.save();
        } catch (IOException e) {
            warnings.accept("[CACHE_WRITE_FAILED] the fingerprints of classes were not stored and are computed again by"
                    + " the next run: " + e.getMessage());
        }
    }

    @Override
    public List<Forecast> explain(Pipeline<?> pipeline, RunOptions options) {
        RunPlan plan = planner.plan(pipeline, options);
        Warnings warnings = new Warnings(new GuardedListener(settings.listeners));
        return new Explainer(keys, results(pipeline, options, warnings), options).explain(plan);
    }

    private RunScope scope(
            Pipeline<?> pipeline, RunOptions options, RunListener listener, Warnings warnings, RunTracking tracking) {
        String runId = tracking.idOr(settings.runIds.get());
        return new RunScope(
                runId,
                forms,
                keys,
                results(pipeline, options, warnings),
                new Attempts(threads("timed-step"), settings.ticker, settings.sleeper),
                new Claims(),
                tracking,
                listener,
                warnings,
                new WorkFolders(settings.work),
                new Provenances(runId, new GitState(Path.of(""))),
                settings.clock,
                Map.of());
    }

    private RunExecution execution(
            RunScope scope, RunPlan plan, RunOptions options, ExecutorService workers, BackgroundQueue durable) {
        FolderSwap folders = new FolderSwap(ProcessHandle.current().pid(), scope.runId());
        ExportStage stage = new ExportStage(exports, scope.provenances(), folders);
        return new RunExecution(scope, plan, options, workers, new Outcomes(scope, durable), stage);
    }

    private Optional<Results> results(Pipeline<?> pipeline, RunOptions options, Warnings warnings) {
        return options.cached()
                ? Optional.of(new Results(settings.store.apply(warnings), pipeline.name(), settings.clock))
                : Optional.empty();
    }

    private static RunStatus status(RunExecution execution, List<StepState> states) {
        if (execution.wasCancelled()) {
            return RunStatus.KILLED;
        }
        boolean done = states.stream()
                .map(StepState::outcome)
                .noneMatch(outcome -> outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Skipped);
        return done ? RunStatus.FINISHED : RunStatus.FAILED;
    }

    private static ThreadFactory threads(String purpose) {
        return work -> {
            Thread thread = new Thread(work, "tributary-" + purpose);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** What a runner was built with. */
    private record Settings(
            Function<Consumer<String>, DirectoryStore> store,
            Path fingerprints,
            Path work,
            int threads,
            Extension extension,
            Tracker tracker,
            List<RunListener> listeners,
            Set<String> ownCode,
            Clock clock,
            LongSupplier ticker,
            Attempts.Sleeper sleeper,
            Supplier<String> runIds) {}

    /** Options of a runner. For one thread; may be used for several runners. */
    public static final class Builder {

        private final List<RunListener> listeners = new ArrayList<>();
        private final Set<String> ownCode = new LinkedHashSet<>();
        private Path cache = Path.of(".mlops", "cache");
        private Path work = Path.of(".mlops", "work");
        private int threads = Runtime.getRuntime().availableProcessors();
        private @Nullable Extension extension;
        private Tracker tracker = Tracker.noop();
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;
        private Attempts.Sleeper sleeper = time -> Thread.sleep(time.toMillis());
        private Supplier<String> runIds = () -> UUID.randomUUID().toString().replace("-", "");
        private @Nullable Function<Consumer<String>, DirectoryStore> store;

        private Builder() {}

        /**
         * The folder of the cache; {@code .mlops/cache} in the working directory by default. What is known of class files is
         * kept beside it, in {@code fingerprints}.
         */
        public Builder cache(Path folder) {
            cache = folder;
            return this;
        }

        /** The folder below which steps get their work folders; {@code .mlops/work} by default. */
        public Builder work(Path folder) {
            work = folder;
            return this;
        }

        /** How many steps run at once, 1 or more; the number of processors by default. */
        public Builder threads(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("threads must be 1 or more, not " + count);
            }
            threads = count;
            return this;
        }

        /** Codecs, formats and readers; by default what {@link Extension#discover} finds for this class's loader. */
        public Builder extension(Extension value) {
            extension = value;
            return this;
        }

        /** Where runs are recorded; nowhere by default. Stays open. */
        public Builder tracker(Tracker value) {
            tracker = value;
            return this;
        }

        /** One more listener. */
        public Builder listener(RunListener value) {
            listeners.add(value);
            return this;
        }

        /**
         * Packages whose classes count as the user's own code although they come from a released jar, so that their content
         * and not their version is part of keys; none by default. Classes from folders and snapshots always count.
         */
        public Builder ownCode(String... packages) {
            ownCode.addAll(List.of(packages));
            return this;
        }

        /** The time of results and metrics; the system's by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** A clock in nanoseconds, for durations; {@link System#nanoTime} by default. */
        public Builder ticker(LongSupplier value) {
            ticker = value;
            return this;
        }

        /** The ids of runs that no tracker names; random by default. */
        public Builder runIds(Supplier<String> value) {
            runIds = value;
            return this;
        }

        Builder sleeper(Attempts.Sleeper value) {
            sleeper = value;
            return this;
        }

        Builder store(Function<Consumer<String>, DirectoryStore> value) {
            store = value;
            return this;
        }

        /** A runner with these options. */
        public LocalRunner build() {
            Path folder = cache;
            Function<Consumer<String>, DirectoryStore> opened =
                    store != null ? store : warnings -> DirectoryStore.open(folder, warnings);
            Extension found = extension != null ? extension : Extension.discover(LocalRunner.class.getClassLoader());
            return new LocalRunner(new Settings(
                    opened,
                    folder.resolveSibling("fingerprints"),
                    work,
                    threads,
                    found,
                    tracker,
                    List.copyOf(listeners),
                    Set.copyOf(ownCode),
                    clock,
                    ticker,
                    sleeper,
                    runIds));
        }
    }
}
