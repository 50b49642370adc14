package org.tributary.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;

/** A pipeline of steps that do next to nothing, so that what is measured is the engine. */
final class Chain {

    private Chain() {}

    /** Gives a number. */
    record Start(long value) implements Source<Long> {
        @Override
        public Long run(StepContext context) {
            return value;
        }
    }

    /** Adds to a number. */
    record Add(long amount) implements Step<Long, Long> {
        @Override
        public Long run(Long input, StepContext context) {
            return input + amount;
        }
    }

    static Pipeline<Long> of(int steps) {
        return Pipeline.define("chain", p -> {
            StepOptions keyed = StepOptions.defaults().withKeyPart("fixed");
            Node<Long> node = p.add("start", new Start(1), keyed);
            for (int i = 1; i < steps; i++) {
                node = node.then("add" + i, new Add(i));
            }
            return node;
        });
    }

    /** Runs empty tasks, one after the other. */
    static long tasks(ExecutorService executor, int count) throws InterruptedException, ExecutionException {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            long value = i;
            sum += executor.submit(() -> value).get();
        }
        return sum;
    }
}
