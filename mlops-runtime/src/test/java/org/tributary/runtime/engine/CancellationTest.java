package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

/** Runs whose thread is interrupted. */
@Timeout(60)
final class CancellationTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void prepare() {
        runs = new Runs(folder);
    }

    /** What a run gave, and whether the flag was set then. */
    private record Cancelled(RunReport<String> report, boolean flag) {}

    private Cancelled cancel(LocalRunner runner, Pipeline<String> pipeline, CountDownLatch when) throws Exception {
        AtomicBoolean flag = new AtomicBoolean();
        FutureTask<RunReport<String>> run = new FutureTask<>(() -> {
            RunReport<String> report = runner.run(pipeline);
            flag.set(Thread.interrupted());
            return report;
        });
        Thread thread = new Thread(run, "caller");
        thread.start();
        FailureTest.await(when);
        thread.interrupt();
        RunReport<String> report = run.get(30, TimeUnit.SECONDS);
        return new Cancelled(report, flag.get());
    }

    @Test
    void interrupt_ofTheCaller_stopsWhatRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Pipeline<String> pipeline = Pipeline.define(
                "slow",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then("slow", new Text("slow", (text, context) -> {
                            running.countDown();
                            new CountDownLatch(1).await();
                            return text;
                        }))
                        .then("after", new Append("!")));

        Cancelled cancelled = cancel(runs.builder().build(), pipeline, running);

        assertThat(cancelled.flag()).isTrue();
        assertThat(cancelled.report().status()).isEqualTo(RunStatus.KILLED);
        assertThat(Outcome.letters(cancelled.report())).isEqualTo("R F S");
        assertThat(runs.tracker().status(runs.lastRun())).contains(RunStatus.KILLED);
        assertThat(runs.explain(pipeline)).startsWith("say: HIT");
        Golden.assertText("cancelled-run", cancelled.report().toString());
    }

    @Test
    void interrupt_stepsThatWaitForAThread_areSkipped() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        Pipeline<String> pipeline = Pipeline.define("wide", p -> {
            Node<String> say = p.add("say", new Say("text"), Steps.KEYED);
            for (int i = 0; i < 1000; i++) {
                say.then("slow-" + i, new Text("slow-" + i, (text, context) -> {
                    running.countDown();
                    new CountDownLatch(1).await();
                    return text;
                }));
            }
            return say;
        });

        Cancelled cancelled = cancel(runs.builder().threads(2).build(), pipeline, running);

        assertThat(Outcome.all(cancelled.report()))
                .filteredOn(text -> text.endsWith("SKIPPED[the run was cancelled]"))
                .hasSize(998);
    }

    @Test
    void interrupt_stepThatIgnoresIt_isLeftBehind() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Pipeline<String> pipeline = Pipeline.define(
                "deaf",
                p -> p.add("say", new Say("text"), Steps.KEYED).then("deaf", new Text("deaf", (text, context) -> {
                    running.countDown();
                    FailureTest.awaitDeaf(over);
                    return text;
                })));

        Cancelled cancelled = cancel(runs.builder().build(), pipeline, running);
        over.countDown();

        assertThat(Outcome.all(cancelled.report()).get(1))
                .isEqualTo("deaf FAILED[CancellationException: the run was cancelled, and the step did not end within 1"
                        + " s]");
        assertThat(cancelled.report().status()).isEqualTo(RunStatus.KILLED);
    }

    @Test
    void checkCancelled_onAnotherThreadOfTheStep_endsIt() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Pipeline<String> pipeline = Pipeline.define(
                "threads",
                p -> p.add("say", new Say("text"), Steps.KEYED).then("threads", new Text("threads", (text, context) -> {
                    Thread helper = new Thread(() -> {
                        try {
                            running.countDown();
                            while (true) {
                                context.checkCancelled();
                                Thread.onSpinWait();
                            }
                        } catch (InterruptedException e) {
                            ended.countDown();
                        }
                    });
                    helper.start();
                    FailureTest.awaitDeaf(ended);
                    return text;
                })));

        Cancelled cancelled = cancel(runs.builder().build(), pipeline, running);

        FailureTest.await(ended);
        assertThat(cancelled.report().status()).isEqualTo(RunStatus.KILLED);
    }

    @Test
    void interrupt_beforeTheRun_runsNothing() throws Exception {
        Pipeline<String> pipeline = Pipeline.define(
                "late", p -> p.add("say", new Say("text"), Steps.KEYED).then("add", new Append("!")));
        LocalRunner runner = runs.builder().build();
        FutureTask<RunReport<String>> run = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            RunReport<String> report = runner.run(pipeline);
            assertThat(Thread.interrupted()).isTrue();
            return report;
        });
        new Thread(run, "caller").start();

        RunReport<String> report = run.get(30, TimeUnit.SECONDS);

        assertThat(report.status()).isEqualTo(RunStatus.KILLED);
        assertThat(Outcome.all(report).get(1)).isEqualTo("add SKIPPED[the run was cancelled]");
    }

    @Test
    void interrupt_whileARetryWaits_stopsIt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        LocalRunner runner = runs.builder()
                .sleeper(time -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                })
                .build();
        Pipeline<String> pipeline = Pipeline.define(
                "retry",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then(
                                "fail",
                                new Steps.Fail("no"),
                                StepOptions.defaults().withRetries(9, Duration.ofDays(1))));

        Cancelled cancelled = cancel(runner, pipeline, waiting);

        assertThat(Outcome.all(cancelled.report()).get(1)).isEqualTo("fail FAILED[IllegalStateException: no]");
    }
}
