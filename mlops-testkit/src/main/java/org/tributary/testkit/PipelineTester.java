package org.tributary.testkit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Forecast;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Tracker;

/**
 * Runs pipelines in a test: each run with a new runner, as another process would, all with one cache in a folder.
 *
 * <pre>{@code
 * PipelineTester tester = PipelineTester.in(folder);
 * tester.run(penguins(50)).assertSucceeded();
 * tester.run(penguins(7)).assertRanExactly("train", "evaluate").assertBecause("train", "setting epochs 50 -> 7");
 * }</pre>
 *
 * <p>To see what a failure does, let a step of the pipeline fail:
 *
 * <pre>{@code
 * tester.failing("train").run(penguins(50)).assertFailed("train").assertSkipped("evaluate");
 * tester.run(penguins(50)).assertRanExactly("train", "evaluate");
 * }</pre>
 *
 * <b>Threads:</b> immutable; runs may overlap.
 */
public final class PipelineTester {

    private final Path folder;
    private final Optional<Extension> extension;
    private final Optional<ManualClock> clock;
    private final Map<String, Integer> failures;

    private PipelineTester(
            Path folder, Optional<Extension> extension, Optional<ManualClock> clock, Map<String, Integer> failures) {
        this.folder = folder;
        this.extension = extension;
        this.clock = clock;
        this.failures = Map.copyOf(failures);
    }

    /**
     * A tester with the extensions on the class path and the system's clock.
     *
     * @param folder where the cache is kept and steps work; a test's temporary folder
     */
    public static PipelineTester in(Path folder) {
        return new PipelineTester(folder, Optional.empty(), Optional.empty(), Map.of());
    }

    /** The same with this extension in place of those on the class path. */
    public PipelineTester withExtension(Extension value) {
        return new PipelineTester(folder, Optional.of(value), clock, failures);
    }

    /** The same on a clock that the test moves, for maximum ages and durations. */
    public PipelineTester withClock(ManualClock value) {
        return new PipelineTester(folder, extension, Optional.of(value), failures);
    }

    /** The same, in whose runs every attempt of a step fails; the step's key stays what it is. */
    public PipelineTester failing(String step) {
        return failing(step, Integer.MAX_VALUE);
    }

    /**
     * The same, in each of whose runs the first attempts of a step fail.
     *
     * @param step its name, such as {@code train} or {@code fold[3]/train}; one that is never tried fails no run
     * @param attempts how many, 1 or more
     */
    public PipelineTester failing(String step, int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more, not " + attempts);
        }
        Map<String, Integer> more = new HashMap<>(failures);
        more.put(step, attempts);
        return new PipelineTester(folder, extension, clock, more);
    }

    /** Runs a pipeline with default options. */
    public <T> TestedRun<T> run(Pipeline<T> pipeline) {
        return run(pipeline, RunOptions.defaults());
    }

    /**
     * Runs a pipeline. A step that fails fails no test: ask {@link TestedRun#assertSucceeded}.
     *
     * @throws org.tributary.pipeline.PipelineException if the pipeline cannot be run at all
     */
    public <T> TestedRun<T> run(Pipeline<T> pipeline, RunOptions options) {
        InMemoryTracker tracker = Tracker.inMemory();
        RunReport<T> report = runner(tracker).run(pipeline, options);
        return new TestedRun<>(report, tracker);
    }

    /** Forecasts a run without running anything. */
    public List<Forecast> explain(Pipeline<?> pipeline) {
        return runner(Tracker.noop()).explain(pipeline);
    }

    private LocalRunner runner(Tracker tracker) {
        LocalRunner.Builder builder = LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .beforeAttempt(new Injected(failures)::attempt)
                .tracker(tracker);
        extension.ifPresent(builder::extension);
        clock.ifPresent(manual -> builder.clock(manual).ticker(manual.ticker()));
        return builder.build();
    }

    /** The failures of one run. */
    private static final class Injected {

        private final Map<String, Integer> left;

        Injected(Map<String, Integer> failures) {
            this.left = new ConcurrentHashMap<>(failures);
        }

        void attempt(String step) {
            Integer failures = left.computeIfPresent(step, (name, count) -> count - 1);
            if (failures != null && failures >= 0) {
                throw new IllegalStateException("step \"" + step + "\" fails on purpose");
            }
        }
    }
}
