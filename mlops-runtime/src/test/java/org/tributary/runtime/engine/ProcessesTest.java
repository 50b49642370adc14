package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes over one cache. */
@Timeout(120)
final class ProcessesTest {

    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void nameCache() {
        cache = folder.resolve("cache");
    }

    private Path project(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.writeString(project.resolve("text.txt"), "hello world");
        return project;
    }

    private static List<String> output(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    @Test
    void run_inAnotherProcessAndAnotherFolder_isCached() throws Exception {
        List<String> first = output(RunnerProcess.start(project("one"), cache, 1));
        List<String> second = output(RunnerProcess.start(project("one"), cache, 1));
        List<String> copied = output(RunnerProcess.start(project("copied"), cache, 1));

        assertThat(first).singleElement().asString().startsWith("R R R R ");
        assertThat(second).singleElement().asString().startsWith("C C C C ");
        assertThat(copied).isEqualTo(second);
    }

    @Test
    void runs_atOnceWithOneKilledEachRound_giveTheSame() throws Exception {
        Path project = project("shared");
        String expected = output(RunnerProcess.start(project, folder.resolve("clean"), 1))
                .get(0)
                .substring(8);
        for (int round = 0; round < ROUNDS; round++) {
            Path shared = folder.resolve("cache-" + round / 2);
            List<Process> all = new ArrayList<>();
            try {
                Process victim = RunnerProcess.start(project, shared, 1_000_000);
                all.add(victim);
                all.add(RunnerProcess.start(project, shared, 3));
                all.add(RunnerProcess.start(project, shared, 3));
                all.add(RunnerProcess.start(project, shared, 3));
                awaitLine(victim);
                victim.destroyForcibly().waitFor();
                for (Process other : all.subList(1, 4)) {
                    assertThat(output(other))
                            .as("round " + round)
                            .hasSize(3)
                            .allMatch(line -> line.substring(8).equals(expected));
                }
            } finally {
                all.forEach(Process::destroyForcibly);
            }
        }
    }

    private static void awaitLine(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isNotNull();
    }
}
