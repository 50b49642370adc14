package org.tributary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.TriStep;

/** Layers of ten steps that do next to nothing; each step waits for three of the layer before. */
final class Wide {

    private static final int WIDTH = 10;

    private Wide() {}

    /** Adds to a sum of three numbers. */
    record Sum(long amount) implements TriStep<Long, Long, Long, Long> {
        @Override
        public Long run(Long first, Long second, Long third, StepContext context) {
            return first + second + third + amount;
        }
    }

    /** Adds to a number. */
    record Spread(long amount) implements Step<Long, Long> {
        @Override
        public Long run(Long input, StepContext context) {
            return input + amount;
        }
    }

    static Pipeline<Long> of(int steps) {
        return Pipeline.define("wide", p -> {
            Node<Long> start =
                    p.add("start", new Chain.Start(1), StepOptions.defaults().withKeyPart("fixed"));
            List<Node<Long>> layer = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                layer.add(start.then("spread" + i, new Spread(i)));
            }
            for (int i = WIDTH + 1; i < steps; i++) {
                List<Node<Long>> above = layer.subList(layer.size() - WIDTH - (i - 1) % WIDTH, layer.size());
                int at = (i - 1) % WIDTH;
                layer.add(p.add(
                        "sum" + i,
                        new Sum(i),
                        above.get(at),
                        above.get((at + 1) % WIDTH),
                        above.get((at + 2) % WIDTH)));
            }
            return layer.get(layer.size() - 1);
        });
    }

    /** Runs empty tasks, ten at a time. */
    static long tasks(ExecutorService executor, int count) throws InterruptedException, ExecutionException {
        long sum = 0;
        for (int i = 0; i < count; i += WIDTH) {
            List<Callable<Long>> layer = new ArrayList<>();
            for (int j = 0; j < WIDTH; j++) {
                long value = (long) i + j;
                layer.add(() -> value);
            }
            for (Future<Long> done : executor.invokeAll(layer)) {
                sum += done.get();
            }
        }
        return sum;
    }
}
