package org.tributary.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tributary.steps.prepare.Preparation;
import org.tributary.steps.prepare.Prepare;
import org.tributary.table.Table;

/**
 * What does it cost to prepare one row that comes alone? A row of 20 columns as a map: 14 numbers, 4 categories and 2 booleans,
 * some of them missing or unknown.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrepareOneRowBenchmark {

    private static final int ROWS = 64;

    private Preparation preparation;
    private List<Map<String, Object>> rows;
    private int[] ids;
    private double[] values;

    /** Fits the preparation, and takes rows. */
    @Setup
    public void fit() {
        Table table = Mixed.table(5_000, 14, 4, 2);
        preparation = Prepare.of("label").run(table, new SilentContext()).preparation();
        rows = Mixed.rows(Mixed.table(ROWS, 14, 4, 2));
        rows.forEach(row -> row.computeIfPresent("c1", (name, category) -> category.equals("k3") ? "new" : category));
        ids = new int[preparation.mostSet()];
        values = new double[preparation.mostSet()];
    }

    /** All features of a row, in an array of its own. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void apply(Blackhole hole) {
        for (Map<String, Object> row : rows) {
            hole.consume(preparation.apply(row));
        }
    }

    /** The features that a row sets, in arrays of the caller's. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void read(Blackhole hole) {
        for (Map<String, Object> row : rows) {
            hole.consume(preparation.read(row, ids, values));
        }
    }
}
