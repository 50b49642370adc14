package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;

/** Run twice in processes of their own: what the folds give must be found again. */
final class CrossValidationTest {

    @TempDir
    private Path folder;

    @Test
    void main_runTwice_evaluatesFiveFoldsAndFindsThemAgain() throws Exception {
        putData();

        Ended first = ChildJvm.in(folder)
                .run("org.tributary.examples.CrossValidation")
                .orThrow();
        Ended second = ChildJvm.in(folder)
                .run("org.tributary.examples.CrossValidation")
                .orThrow();

        assertThat(first.out())
                .containsPattern("folds +RAN")
                .containsPattern("cv\\[\\*]/train +5 RAN")
                .containsPattern(
                        "cv\\[\\*]/accuracy = (1\\.0|0\\.9)[0-9]+ \\((1\\.0|0\\.9)[0-9]+ to .* over 5 elements\\)");
        assertThat(second.out())
                .containsPattern("folds +CACHED")
                .containsPattern("cv\\[\\*]/train +5 CACHED")
                .doesNotContain("RAN");
        assertThat(metrics(second)).isNotEmpty().isEqualTo(metrics(first));
    }

    private void putData() throws IOException {
        Path data = Files.createDirectories(folder.resolve(Path.of("data", "raw")));
        Files.copy(Penguins.raw(), data.resolve("penguins-raw.csv"));
    }

    private static List<String> metrics(Ended run) {
        return run.lines().stream().filter(line -> line.contains(" = ")).toList();
    }
}
