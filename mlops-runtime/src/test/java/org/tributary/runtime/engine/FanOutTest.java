package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.FanOut;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.MapTest.Words;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

final class FanOutTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void start() {
        runs = new Runs(folder);
    }

    private static Pipeline<List<String>> pipeline(int elements) {
        String words = String.join(
                " ", IntStream.range(0, elements).mapToObj(Integer::toString).toList());
        return Pipeline.define("fan", p -> {
            Node<List<String>> list = p.add("words", new Words(words), Steps.KEYED);
            return p.map(
                    "fold",
                    list,
                    (g, element) -> element.then("first", new Append("a")).then("second", new Append("b")));
        });
    }

    /** Runs tasks where it is called, and remembers how many it was given at once. */
    private static final class Recording implements FanOut {

        private final List<Integer> batches = new ArrayList<>();

        @Override
        public synchronized <R> List<R> run(List<? extends Callable<R>> tasks) throws ExecutionException {
            batches.add(tasks.size());
            List<R> results = new ArrayList<>();
            for (Callable<R> task : tasks) {
                try {
                    results.add(task.call());
                } catch (Exception e) {
                    throw new ExecutionException(e);
                }
            }
            return results;
        }
    }

    @Test
    void fanOut_stepsOfElements_comeInBatches() {
        Recording fanOut = new Recording();
        RunReport<List<String>> report = runs.builder().fanOut(fanOut).build().run(pipeline(20));

        assertThat(report.orThrow().value()).hasSize(20).startsWith("0ab").endsWith("19ab");
        assertThat(fanOut.batches.get(0)).isEqualTo(20);
        assertThat(fanOut.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
    }

    @Test
    void fanOut_secondRun_isCached() {
        try (ThreadFanOut threads = ThreadFanOut.of(3)) {
            runs.builder().fanOut(threads).build().run(pipeline(50)).orThrow();
            RunReport<List<String>> again =
                    runs.builder().fanOut(threads).build().run(pipeline(50));
            assertThat(again.orThrow().steps()).allMatch(StepOutcome.Cached.class::isInstance);
        }
    }

    @Test
    void fanOut_moreThreadsThanTheRunner_runsThatManyElementsAtOnce() {
        CountDownLatch together = new CountDownLatch(4);
        Pipeline<List<String>> pipeline = Pipeline.define("wide", p -> {
            Node<List<String>> list = p.add("words", new Words("a b c d"), Steps.KEYED);
            return p.mapEach("fold", list, new Text("wait", (text, context) -> {
                together.countDown();
                together.await();
                return text;
            }));
        });

        try (ThreadFanOut threads = ThreadFanOut.of(4)) {
            RunReport<List<String>> report =
                    runs.builder().threads(1).fanOut(threads).build().run(pipeline);
            assertThat(report.orThrow().value()).containsExactly("a", "b", "c", "d");
        }
    }

    /** Loses every task. */
    private static final class Broken implements FanOut {
        @Override
        public <R> List<R> run(List<? extends Callable<R>> tasks) {
            throw new IllegalStateException("the cluster is gone");
        }
    }

    @Test
    void fanOut_thatLosesItsTasks_failsTheElementsAndNotTheProcess() {
        RunReport<List<String>> report =
                runs.builder().fanOut(new Broken()).build().run(pipeline(2));

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(((StepOutcome.Failed) report.step("fold[1]/first")).message())
                .isEqualTo("[RUN_FAN_OUT_FAILED] step \"fold[1]/first\" was lost by " + Broken.class.getName()
                        + ": java.lang.IllegalStateException: the cluster is gone."
                        + " Run again: finished steps come from the cache.");
    }

    @Test
    void fanOut_cancelled_endsTheRunAsKilled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Pipeline<List<String>> pipeline = Pipeline.define("slow", p -> {
            Node<List<String>> list = p.add("words", new Words("a b c d"), Steps.KEYED);
            return p.mapEach("fold", list, new Text("wait", (text, context) -> {
                running.countDown();
                new CountDownLatch(1).await();
                return text;
            }));
        });
        List<RunStatus> statuses = new ArrayList<>();
        try (ThreadFanOut threads = ThreadFanOut.of(2)) {
            Thread thread = new Thread(() -> statuses.add(
                    runs.builder().fanOut(threads).build().run(pipeline).status()));
            thread.start();
            running.await();
            thread.interrupt();
            thread.join();
        }
        assertThat(statuses).containsExactly(RunStatus.KILLED);
    }

    @Test
    void manyRuns_ofManySmallSteps_loseNone() {
        RunOptions uncached = RunOptions.defaults().withoutCache();
        try (ThreadFanOut threads = ThreadFanOut.of(3)) {
            for (int run = 0; run < 200; run++) {
                LocalRunner.Builder builder = runs.builder().threads(1 + run % 4);
                LocalRunner runner = run % 2 == 0 ? builder.fanOut(threads).build() : builder.build();
                assertThat(runner.run(pipeline(7), uncached).orThrow().value())
                        .as("run %d", run)
                        .hasSize(7);
            }
        }
    }
}
