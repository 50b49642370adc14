package org.tributary.benchmarks;

import java.lang.ref.Reference;
import java.util.Locale;
import java.util.function.Supplier;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.train.TrainingData;

/**
 * How many bytes does a row take in a dataset? Builds the datasets of {@link DatasetBenchmark} and prints by how much the used
 * heap grows, after full collections; the columns that they are made from do not count.
 */
final class DatasetBytes {

    private DatasetBytes() {}

    /** Prints a line for each dataset. */
    public static void main(String[] args) {
        DatasetBenchmark benchmark = new DatasetBenchmark();
        benchmark.make();
        Prepared prepared = benchmark.prepared();
        print("tributary", () -> TrainingData.of(prepared).dataset());
        print("tributary, training data and dataset", () -> {
            TrainingData data = TrainingData.of(prepared);
            return new Object[] {data, data.dataset()};
        });
        print("tribuo", benchmark::tribuo);
    }

    private static void print(String name, Supplier<Object> dataset) {
        Reference.reachabilityFence(dataset.get());
        long before = used();
        Object made = dataset.get();
        long bytes = used() - before;
        Reference.reachabilityFence(made);
        System.out.printf(Locale.ROOT, "%s %d%n", name, bytes / DatasetBenchmark.ROWS);
    }

    private static long used() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
