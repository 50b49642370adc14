package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.cli.Workshop.Result;

/** What only a process shows: its streams, its exit code, signals, and where it writes by default. */
class ProcessTest {

    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    private Result mlops(List<String> options, String... args) throws IOException, InterruptedException {
        return MlopsProcess.start(folder, options, args).await();
    }

    @Test
    void json_stepAndJvmPrint_standardOutputIsTheDocumentAlone() throws Exception {
        workshop.config("  word: {text: ab}", "  chatter: {}");
        // The JVM prints the first warning where it is told to; the launcher tells it, as this test does.
        Result result = mlops(
                List.of(
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable",
                        "-Xshare:auto",
                        "-XX:SharedArchiveFile=no.jsa"),
                "run",
                "--json");
        assertThat(result.exit()).isZero();
        assertThat(result.out().lines()).hasSize(1);
        assertThat(result.out()).startsWith("{\"run\":\"").endsWith("\"exports\":{}}\n");
        assertThat(result.err()).contains("chatter on standard output", "chatter on standard error");
    }

    @Test
    void run_withoutArguments_takesConfigYmlAndWritesInTheWorkingDirectory() throws Exception {
        workshop.write("config.yml", "name: words\nsteps:\n  word: {text: ab}\n");
        Result result = mlops(List.of(), "run");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(workshop.files()).contains(".mlops", "mlflow.db");
        assertThat(mlops(List.of(), "cache", "stats").out()).isEqualTo(".mlops/cache: 1 results, 1 objects, 0.0 MB\n");
    }

    @Test
    void run_faultyConfig_writesNothingAndExits2() throws Exception {
        workshop.write("config.yml", "name: words\nsteps:\n  word: {txt: ab}\n");
        Result result = mlops(List.of(), "run");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("2 errors in config.yml:").doesNotContain("\tat ");
        assertThat(workshop.files()).containsExactly("config.yml", "stderr.log", "stdout.log");
    }

    @Test
    void run_failingStep_exits1() throws Exception {
        workshop.config("  word: {text: ab}", "  fail: {message: no}");
        assertThat(mlops(List.of(), "run").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, wait", "TERM, 143, wait", "INT, 130, stubborn"})
    void signal_whileAStepRuns_recordsTheRunAsKilled(String signal, int exit, String step) throws Exception {
        Path running = workshop.file("running");
        workshop.config("  word: {text: ab}", "  " + step + ": {file: '" + running + "'}", "  shout: {}");
        MlopsProcess process = MlopsProcess.start(folder, List.of(), "run");
        await().atMost(MOST).until(() -> Files.exists(running) || !process.isAlive());
        process.signal(signal);
        Result result = process.await();
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(exit);
        assertThat(Tracked.states(workshop.file("mlflow.db"))).containsExactly("KILLED");
        assertThat(result.out()).contains("words KILLED", "Run again: finished steps come from the cache.");
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void run_afterASignal_takesFinishedStepsFromTheCache() throws Exception {
        Path running = workshop.file("running");
        Path config = workshop.config("  word: {text: ab}", "  wait: {file: '" + running + "'}");
        MlopsProcess process = MlopsProcess.start(folder, List.of(), "run");
        await().atMost(MOST).until(() -> Files.exists(running) || !process.isAlive());
        process.signal("TERM");
        process.await();
        workshop.config("  word: {text: ab}");
        assertThat(workshop.mlops("run", config).out()).containsPattern("word +CACHED");
    }
}
