package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;

/** The data path without a pipeline. */
final class PlainCallsTest {

    @TempDir
    private Path folder;

    @Test
    void main_penguins_preparesThemAndLeavesNothing() throws Exception {
        Path data = Files.createDirectories(folder.resolve(Path.of("data", "raw")));
        Files.copy(Penguins.raw(), data.resolve("penguins-raw.csv"));

        Ended ended = run().orThrow();

        assertThat(ended.out())
                .contains("344 examples, 3 labels")
                .containsPattern("\\[Body Mass \\(g\\), .*Island=Biscoe, Island=Dream, Island=Torgersen] of a bird:"
                        + " \\[-0\\.001[0-9]*, 0\\.0, 0\\.0, 0\\.0, 1\\.0, 0\\.0]");
        assertThat(folder.toFile().list()).containsExactly("data");
        assertThat(data.toFile().list()).containsExactly("penguins-raw.csv");
    }

    @Test
    void main_withoutData_saysWhatIsMissing() throws Exception {
        Ended ended = run();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).startsWith("[CSV_NO_FILE]").doesNotContain("\tat ");
    }

    private Ended run() throws Exception {
        return ChildJvm.in(folder).run("org.tributary.examples.PlainCalls");
    }
}
