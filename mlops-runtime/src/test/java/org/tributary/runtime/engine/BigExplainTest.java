package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.Forecast;
import org.tributary.run.Runner;
import org.tributary.runtime.store.FaultyStore;
import org.tributary.tracking.RunStatus;

/** Forecasts of ten thousand steps; the times are printed for who reads the log, and are no promise of the test. */
@Timeout(120)
final class BigExplainTest {

    private static final int STEPS = 10_000;
    private static final int ROWS = 100;

    @TempDir
    Path folder;

    record Zero() implements Source<Integer> {
        @Override
        public Integer run(StepContext context) {
            return 0;
        }
    }

    /** Adds a number. */
    record Add(int number) implements Step<Integer, Integer> {
        @Override
        public Integer run(Integer sum, StepContext context) {
            return sum + number;
        }
    }

    /** A hundred chains of a hundred steps below one; one setting is another in each of the first chains. */
    private static Pipeline<Integer> chains(int changed) {
        return Pipeline.define("chains", p -> {
            Node<Integer> start = p.add("start", new Zero(), Steps.KEYED);
            Node<Integer> last = start;
            for (int chain = 0; chain < STEPS / ROWS; chain++) {
                last = start;
                for (int row = 0; row < ROWS; row++) {
                    int number = chain < changed && row == ROWS / 2 ? -1 : row;
                    last = last.then("add-" + chain + "-" + row, new Add(number));
                }
            }
            return last;
        });
    }

    private Runner runner(boolean isDurable) {
        Path cache = folder.resolve("cache");
        LocalRunner.Builder builder = LocalRunner.builder()
                .cache(cache)
                .work(folder.resolve("work"))
                .git(GitState::none)
                .extension(new Extension() {});
        return (isDurable ? builder : builder.store(warnings -> FaultyStore.nextProcess(cache, warnings))).build();
    }

    private Map<String, Long> explain(String name, Pipeline<?> pipeline) {
        Runner runner = runner(true);
        long start = System.nanoTime();
        long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Forecast> forecasts = runner.explain(pipeline);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart) / 1e9;
        System.out.println(String.format(
                Locale.ROOT, "explain of %,d steps, %s: %.2f s, %.2f s of a processor", STEPS, name, seconds, cpu));
        return forecasts.stream()
                .collect(Collectors.groupingBy(
                        forecast -> forecast.<String>fold(hit -> "HIT", miss -> "MISS", open -> "OPEN"),
                        TreeMap::new,
                        Collectors.counting()));
    }

    @Test
    void explain_ofTenThousand_saysWhatMustRun() {
        long steps = STEPS;
        assertThat(explain("empty store", chains(0))).isEqualTo(Map.of("MISS", 1L, "OPEN", steps));

        assertThat(runner(false).run(chains(0)).status()).isEqualTo(RunStatus.FINISHED);

        assertThat(explain("full store", chains(0))).isEqualTo(Map.of("HIT", steps + 1));
        // In ten chains a step in the middle runs, and what is below it is open.
        assertThat(explain("some settings changed", chains(10)))
                .isEqualTo(Map.of("MISS", 10L, "OPEN", 490L, "HIT", steps + 1 - 500));
    }
}
