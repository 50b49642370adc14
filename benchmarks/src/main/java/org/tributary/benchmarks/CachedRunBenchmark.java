package org.tributary.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Forecast;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;

/** What does a step cost that comes from the cache? The time of one step in a chain of 100, each with its own result file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CachedRunBenchmark {

    private static final int STEPS = 100;

    private final Pipeline<Long> chain = Chain.of(STEPS);
    private Path folder;
    private LocalRunner runner;

    /** Fills the cache. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("cached-run");
        runner = LocalRunner.builder()
                .extension(new Extension() {})
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .build();
        runner.run(chain).orThrow();
        List<StepOutcome> again = runner.run(chain).orThrow().steps();
        if (!again.stream().allMatch(StepOutcome.Cached.class::isInstance)) {
            throw new IllegalStateException("not cached: " + again);
        }
    }

    /** Removes the cache. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** A whole run in which nothing changed, with the value of its last step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Long run() {
        return runner.run(chain).value();
    }

    /** The forecast of the same run. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public List<Forecast> explain() {
        return runner.explain(chain);
    }
}
