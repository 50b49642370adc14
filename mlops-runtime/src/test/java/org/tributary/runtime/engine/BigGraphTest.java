package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

/** Graphs of ten thousand steps, in threads with a small stack. */
@Timeout(120)
final class BigGraphTest {

    private static final int STEPS = 10_000;
    // Ten thousand results would test the disk.
    private static final RunOptions UNCACHED = RunOptions.defaults().withoutCache();
    private static final int SMALL_STACK = 192 * 1024;

    @TempDir
    Path folder;

    /** Adds its number. */
    record Add(int number) implements Step<Integer, Integer> {
        @Override
        public Integer run(Integer sum, StepContext context) {
            return sum + number;
        }
    }

    private LocalRunner runner() {
        return new Runs(folder).builder().tracker(Tracker.noop()).build();
    }

    private static <T> T onSmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small", SMALL_STACK).start();
        return task.get(120, TimeUnit.SECONDS);
    }

    private static Pipeline<Integer> chain() {
        return Pipeline.define("chain", p -> {
            Node<Integer> node = p.<Integer>add("start", context -> 0);
            for (int i = 0; i < STEPS; i++) {
                node = node.then("add-" + i, new Add(i % 7));
            }
            return node;
        });
    }

    private static Pipeline<Integer> wide(boolean fail) {
        return Pipeline.define("wide", p -> {
            Node<Integer> start = p.<Integer>add("start", context -> {
                if (fail) {
                    throw new IllegalStateException("no");
                }
                return 0;
            });
            Node<Integer> last = start;
            for (int i = 0; i < STEPS; i++) {
                last = start.then("add-" + i, new Add(i));
            }
            return last;
        });
    }

    @Test
    void chain_ofTenThousand_runsAndIsExplained() throws Exception {
        RunReport<Integer> report = onSmallStack(() -> runner().run(chain(), UNCACHED));

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        int sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += i % 7;
        }
        assertThat(report.value()).isEqualTo(sum);
        assertThat(onSmallStack(() -> runner().explain(chain()))).hasSize(STEPS + 1);
        assertThat(onSmallStack(report::toString).lines()).hasSize(STEPS + 3);
    }

    @Test
    void fan_ofTenThousand_runsAndIsExplained() throws Exception {
        RunReport<Integer> report = onSmallStack(() -> runner().run(wide(false), UNCACHED));

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(report.value()).isEqualTo(STEPS - 1);
        assertThat(onSmallStack(() -> runner().explain(wide(false)))).hasSize(STEPS + 1);
    }

    @Test
    void fan_ofTenThousandAfterAFailure_isSkipped() throws Exception {
        RunReport<Integer> report = onSmallStack(() -> runner().run(wide(true), UNCACHED));

        assertThat(Outcome.letters(report)).isEqualTo("F" + " S".repeat(STEPS));
    }
}
