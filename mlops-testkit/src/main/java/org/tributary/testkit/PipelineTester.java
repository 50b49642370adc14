package org.tributary.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 * <p>To let a step fail, put {@link Failing} into the pipeline. <b>Threads:</b> immutable; runs may overlap.
 */
public final class PipelineTester {

    private final Path folder;
    private final Optional<Extension> extension;
    private final Optional<ManualClock> clock;

    private PipelineTester(Path folder, Optional<Extension> extension, Optional<ManualClock> clock) {
        this.folder = folder;
        this.extension = extension;
        this.clock = clock;
    }

    /**
     * A tester with the extensions on the class path and the system's clock.
     *
     * @param folder where the cache is kept and steps work; a test's temporary folder
     */
    public static PipelineTester in(Path folder) {
        return new PipelineTester(folder, Optional.empty(), Optional.empty());
    }

    /** The same with this extension in place of those on the class path. */
    public PipelineTester withExtension(Extension value) {
        return new PipelineTester(folder, Optional.of(value), clock);
    }

    /** The same on a clock that the test moves, for maximum ages and durations. */
    public PipelineTester withClock(ManualClock value) {
        return new PipelineTester(folder, extension, Optional.of(value));
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
                .tracker(tracker);
        extension.ifPresent(builder::extension);
        clock.ifPresent(manual -> builder.clock(manual).ticker(manual.ticker()));
        return builder.build();
    }
}
