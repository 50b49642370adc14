package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in a process of its own: signals, and what stands on its standard output. */
class SignalTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.tributary.cli.Main"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(workshop.file("out.txt").toFile())
                .redirectError(workshop.file("err.txt").toFile())
                .start();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, wait", "TERM, 143, wait", "INT, 130, stubborn", "TERM, 143, stubborn"})
    void signal_whileAStepRuns_endsTheRunAsKilled(String signal, int exit, String step) throws Exception {
        Path started = workshop.file("started");
        Path config = workshop.config("  word: {text: ab}", "  " + step + ": {file: '" + started + "'}");
        Process process = start("run", config.toString());
        await().atMost(LONG).until(() -> Files.exists(started));

        long sent = System.nanoTime();
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        System.out.println(signal + " while " + step + ": ended after "
                + Duration.ofNanos(System.nanoTime() - sent).toMillis() + " ms");

        assertThat(process.exitValue()).isEqualTo(exit);
        assertThat(Tracked.states(workshop.file("mlflow.db"))).containsExactly("KILLED");
        assertThat(Files.readString(workshop.file("err.txt"))).doesNotContain("\tat ");
        assertThat(workshop.mlops("run", config, "--set", step + ".file=" + workshop.file("missing/file"))
                        .out())
                .containsPattern("word +CACHED");
    }

    @Test
    void json_whileAStepPrints_isAloneOnStandardOutput() throws Exception {
        Path config = workshop.config("  word: {text: ab}", "  chatter: {}");
        Process process = start("run", config.toString(), "--json");
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(workshop.file("out.txt")))
                .singleElement()
                .asString()
                .startsWith("{\"run\":")
                .endsWith("}");
        assertThat(Files.readString(workshop.file("err.txt")))
                .contains("chatter on standard output", "chatter on standard error");
    }
}
