package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.LocalRunner;

/** What does the engine add to a step that is computed? The time of one step in a chain of 1,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineOverheadBenchmark {

    private static final int STEPS = 1_000;

    private final Pipeline<Long> chain = Chain.of(STEPS);
    private final LocalRunner runner = LocalRunner.builder()
            .extension(new Extension() {})
            .cache(Path.of("target", "bench", "overhead"))
            .build();

    /** Without a cache: planning, dispatch and report. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Long uncached() {
        return runner.run(chain, RunOptions.defaults().withoutCache()).value();
    }
}
