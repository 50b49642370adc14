package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;

/** {@code mlops cache}. */
class CacheCommandTest {

    @TempDir
    Path folder;

    private Workshop workshop;
    private Path cache;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
        cache = workshop.file("cache");
    }

    @Test
    void stats_afterARun_countsWhatItStored() throws IOException {
        workshop.mlops("run", workshop.config("  word: {text: ab}", "  shout: {times: 3}"));
        Result result = workshop.mlops("cache", "stats", "--dir", cache);
        assertThat(result).isEqualTo(new Result(0, cache + ": 2 results, 2 objects, 0.0 MB\n", ""));
    }

    @Test
    void stats_noCache_countsNothingAndMakesNothing() throws IOException {
        Result result = workshop.mlops("cache", "stats", "--dir", cache);
        assertThat(result).isEqualTo(new Result(0, cache + ": 0 results, 0 objects, 0.0 MB\n", ""));
        assertThat(workshop.files()).isEmpty();
    }

    @Test
    void clear_afterARun_removesEverythingAndTheNextRunComputesAgain() throws IOException {
        Path config = workshop.config("  word: {text: ab}", "  shout: {times: 3}");
        workshop.mlops("run", config);
        Result cleared = workshop.mlops("cache", "clear", "--dir", cache);
        assertThat(cleared).isEqualTo(new Result(0, cache + ": removed 2 results, 2 objects, 0.0 MB\n", ""));
        assertThat(workshop.mlops("cache", "stats", "--dir", cache).out()).contains(": 0 results, 0 objects");
        assertThat(workshop.mlops("run", config).out())
                .containsPattern("word +RAN")
                .containsPattern("shout +RAN");
    }

    @Test
    void clear_folderOfSomethingElse_keepsItsFiles() throws IOException {
        workshop.write("thesis.txt", "ten years of work");
        Result result = workshop.mlops("cache", "clear", "--dir", folder);
        assertThat(result.err()).doesNotContain("\tat ");
        assertThat(workshop.files()).contains("thesis.txt");
    }

    @Test
    void stats_fileInThePlaceOfTheFolder_isOneClearLine() throws IOException {
        Path file = workshop.write("file", "x");
        Result result = workshop.mlops("cache", "stats", "--dir", file);
        assertThat(result.err()).doesNotContain("\tat ", "CLI_INTERNAL");
    }
}
