package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreProcessesTest {
    private static final int ROUNDS = 8;

    @TempDir(factory = FastFolders.class)
    Path folder;

    @Test
    void processes_oneKilled_theOthersReadOnlyWholeEntries() throws IOException, InterruptedException {
        Path root = folder.resolve("cache");
        Process victim = start(root, 1_000_000);
        List<Process> others = new ArrayList<>();
        try {
            others.add(start(root, ROUNDS));
            others.add(start(root, ROUNDS));
            awaitLine(victim, "round 2");
            victim.destroyForcibly().waitFor();
            for (Process other : others) {
                String output = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(other.waitFor()).as(output).isZero();
                assertThat(output).contains("wrong 0");
            }
        } finally {
            victim.destroyForcibly();
            others.forEach(Process::destroyForcibly);
        }
        verifyAfterwards(root);
    }

    private static Process start(Path root, int rounds) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        StoreWorker.class.getName(),
                        root.toString(),
                        Integer.toString(rounds))
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitLine(Process process, String expected) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.equals(expected)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(expected);
    }

    private static void verifyAfterwards(Path root) throws IOException {
        List<String> warnings = new ArrayList<>();
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        for (int entry = 0; entry < StoreWorker.ENTRIES; entry++) {
            byte[] content = StoreWorker.contentOf(entry);
            assertThat(StoreSamples.read(store, StoreSamples.put(store, content)))
                    .isEqualTo(content);
            byte[] body = store.result(key(entry)).orElseThrow().body();
            assertThat(body).isEqualTo(StoreWorker.body(body.length - 2000));
        }
        assertThat(warnings).isEmpty();
        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left.filter(TempFiles::isTemp)).isEmpty();
        }
    }
}
