package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.LocalRunner;

/**
 * What does the engine add to a step that does nothing? The time of a whole run without cache, to be divided by its steps, beside
 * an executor that runs as many empty tasks in the same order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineOverheadBenchmark {

    /** The form of the graph: a chain, or ten steps side by side that all wait for the ten before. */
    @Param({"chain", "wide"})
    public String form = "";

    /** How many steps there are. */
    @Param({"100", "10000"})
    public int steps;

    private Pipeline<Long> pipeline;
    private LocalRunner runner;
    private ExecutorService executor;

    /** Defines the pipeline and starts the executor's threads, one a processor as the runner has. */
    @Setup
    public void define() {
        pipeline = form.equals("chain") ? Chain.of(steps) : Wide.of(steps);
        runner = LocalRunner.builder()
                .extension(new Extension() {})
                .cache(Path.of("target", "bench", "overhead"))
                .build();
        executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }

    /** Ends the executor's threads. */
    @TearDown
    public void end() {
        executor.shutdown();
    }

    /** Planning, dispatch and report. */
    @Benchmark
    public Long engine() {
        return runner.run(pipeline, RunOptions.defaults().withoutCache()).value();
    }

    /** The same number of empty tasks; each, or each ten, is submitted when the one before has ended. */
    @Benchmark
    public long executor() throws InterruptedException, ExecutionException {
        return form.equals("chain") ? Chain.tasks(executor, steps) : Wide.tasks(executor, steps);
    }
}
