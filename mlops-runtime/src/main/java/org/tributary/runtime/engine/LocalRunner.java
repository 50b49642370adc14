package org.tributary.runtime.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.FanOut;
import org.tributary.run.Forecast;
import org.tributary.run.RunListener;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.tracking.Tracker;

/**
 * Runs pipelines in this process, on several threads, with a cache in a folder.
 *
 * <p>Several runners and processes may share a cache. <b>Threads:</b> safe for concurrent runs. Each run has its own threads,
 * which end with it, so a runner need not be closed; a tracker that was given is closed by its giver.
 */
public final class LocalRunner implements Runner {

    private final RunnerParts parts;
    private final Planner planner;

    private LocalRunner(RunnerSettings settings) {
        this.parts = RunnerParts.of(settings);
        this.planner = new Planner(parts.forms(), parts.fingerprints(), parts.exports());
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
        LocalRun.prepare(parts.settings().tracker());
        return new LocalRun<>(parts, planner, planner.plan(pipeline, options), pipeline, options).run();
    }

    @Override
    public List<Forecast> explain(Pipeline<?> pipeline, RunOptions options) {
        RunPlan plan = planner.plan(pipeline, options);
        Warnings warnings = new Warnings(parts.settings().listeners());
        return new Explainer(parts, planner, parts.results(pipeline, options, warnings), options).explain(plan);
    }

    /** The store of each run; only the first of a runner looks for what dead processes left. */
    private record OpenedOnce(Path folder, AtomicBoolean isOpened)
            implements Function<Consumer<String>, DirectoryStore> {
        @Override
        public DirectoryStore apply(Consumer<String> warnings) {
            return isOpened.compareAndSet(false, true)
                    ? DirectoryStore.open(folder, warnings)
                    : DirectoryStore.openAgain(folder, warnings);
        }
    }

    /** Options of a runner. For one thread; may be used for several runners. */
    public static final class Builder {

        private final List<RunListener> listeners = new ArrayList<>();
        private final Set<String> ownCode = new LinkedHashSet<>();
        private final Map<String, String> attachments = new TreeMap<>();
        private Path cache = Path.of(".mlops", "cache");
        private Optional<Path> fingerprints = Optional.empty();
        private Path work = Path.of(".mlops", "work");
        private DataPolicy data = DataPolicy.STRICT;
        private int threads = Runtime.getRuntime().availableProcessors();
        private Optional<FanOut> fanOut = Optional.empty();
        private @Nullable Extension extension;
        private Tracker tracker = Tracker.noop();
        private Optional<String> experiment = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;
        private Supplier<GitState> git = () -> GitState.of(Path.of(""));
        private Attempts.Sleeper sleeper = time -> Thread.sleep(time.toMillis());
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
        private Consumer<String> beforeAttempt = step -> {};
        private Supplier<String> runIds = () -> UUID.randomUUID().toString().replace("-", "");
        private @Nullable Function<Consumer<String>, DirectoryStore> store;

        private Builder() {}

        /** The folder of the cache; {@code .mlops/cache} in the working directory by default. */
        public Builder cache(Path folder) {
            cache = folder;
            return this;
        }

        /**
         * The file that keeps what was read of class files; {@code fingerprints} beside the cache by default. It may be shared by
         * any number of projects and processes, and removed at any time.
         */
        public Builder fingerprints(Path file) {
            fingerprints = Optional.of(file);
            return this;
        }

        /** The folder below which steps get their work folders; {@code .mlops/work} by default. */
        public Builder work(Path folder) {
            work = folder;
            return this;
        }

        /**
         * Where the steps of maps' elements run; where all steps do by default. Stays open.
         *
         * <p>Steps of one map that are ready at the same time are given to it together.
         */
        public Builder fanOut(FanOut value) {
            fanOut = Optional.of(value);
            return this;
        }

        /**
         * How many steps run at once, 1 or more; the number of processors by default. The steps of maps count too, unless a
         * {@link #fanOut} runs them.
         */
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

        /** The group of runs in the tracker; the pipeline's name by default. */
        public Builder experiment(String name) {
            experiment = Optional.of(name);
            return this;
        }

        /**
         * A text that is kept with every tracked run, such as the configuration it was read from.
         *
         * @param path where to show it among the artifacts: a plain relative path
         */
        public Builder attachment(String path, String text) {
            attachments.put(path, text);
            return this;
        }

        /** Files under version control that are missing are not brought: a step that reads one fails. Brought by default. */
        public Builder withoutPulling() {
            data = new DataPolicy(false, data.allowsModified());
            return this;
        }

        /** Files under version control are used as they are, whatever their version says. Refused by default. */
        public Builder allowingModifiedData() {
            data = new DataPolicy(data.pulls(), true);
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

        /**
         * Called before each attempt of a step, on its thread: what it throws fails the attempt as if the step had thrown it.
         * For tests of how an application takes failures; nothing by default.
         *
         * @param value takes the name of the step
         */
        public Builder beforeAttempt(Consumer<String> value) {
            beforeAttempt = value;
            return this;
        }

        Builder jitter(DoubleSupplier value) {
            jitter = value;
            return this;
        }

        Builder git(Supplier<GitState> value) {
            git = value;
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
                    store != null ? store : new OpenedOnce(folder, new AtomicBoolean());
            Extension found = extension != null ? extension : Extension.discover(LocalRunner.class.getClassLoader());
            return new LocalRunner(new RunnerSettings(
                    opened,
                    fingerprints.orElse(folder.resolveSibling("fingerprints")),
                    work,
                    threads,
                    fanOut,
                    found,
                    tracker,
                    experiment,
                    List.copyOf(listeners),
                    Set.copyOf(ownCode),
                    data,
                    new TreeMap<>(attachments),
                    clock,
                    ticker,
                    sleeper,
                    jitter,
                    beforeAttempt,
                    git,
                    runIds));
        }
    }
}
