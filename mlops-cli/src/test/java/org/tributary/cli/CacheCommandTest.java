package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.cli.Workshop.Result;
import org.tributary.runtime.store.Sha256;

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

    @ParameterizedTest
    @ValueSource(strings = {"stats", "clear", "verify", "gc"})
    void command_fileInThePlaceOfTheFolder_isOneClearLine(String command) throws IOException {
        Path file = workshop.write("file", "x");
        Result result = workshop.mlops("cache", command, "--dir", file);
        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "[CLI_CACHE_NO_FOLDER] the cache is no folder: " + file
                                + ". Give the folder that cache.dir of config.yml names.\n"));
        assertThat(file).hasContent("x");
    }

    @Test
    void verify_afterARun_findsNothingWrong() throws IOException {
        workshop.mlops("run", workshop.config("  word: {text: ab}", "  shout: {times: 3}"));
        Result result = workshop.mlops("cache", "verify", "--dir", cache);
        assertThat(result)
                .isEqualTo(new Result(
                        0, cache + ": read 2 results, 2 objects, 2 pointers, 0.0 MB: nothing is wrong\n", ""));
    }

    @Test
    void verify_damagedObject_isToldThenMendedAndComputedByTheNextRun() throws IOException {
        Path config = workshop.config("  word: {text: ab}", "  shout: {times: 3}");
        workshop.mlops("run", config);
        Path object = files("v1/objects").get(0);
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length - 1] ^= 1;
        Files.write(object, bytes);

        Result found = workshop.mlops("cache", "verify", "--dir", cache);
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out())
                .startsWith("damaged: " + object + ": its SHA-256 is ")
                .endsWith(cache + ": read 2 results, 2 objects, 2 pointers, 0.0 MB: 1 damaged\n");
        Result mended = workshop.mlops("cache", "verify", "--repair", "--dir", cache);
        assertThat(mended.exit()).isZero();
        assertThat(mended.out())
                .contains(". It was moved to " + cache.resolve("v1/damaged"))
                .endsWith(": 1 damaged, 1 incomplete\n");
        assertThat(workshop.mlops("cache", "verify", "--dir", cache).exit()).isZero();
        assertThat(workshop.mlops("run", config).out()).containsOnlyOnce("RAN");
    }

    @Test
    void verify_fileOfSomethingElse_isToldAndNoTrouble() throws IOException {
        Path thesis = workshop.write("thesis.txt", "ten years of work");
        Result result = workshop.mlops("cache", "verify", "--repair", "--dir", folder);
        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        "unknown: " + thesis + ": it is no file of the cache\n" + folder
                                + ": read 0 results, 0 objects, 0 pointers, 0.0 MB: 1 unknown\n",
                        ""));
        assertThat(thesis).hasContent("ten years of work");
    }

    @Test
    void gc_afterARun_keepsWhatItStored() throws IOException {
        Path config = workshop.config("  word: {text: ab}", "  shout: {times: 3}");
        workshop.mlops("run", config);
        Result result = workshop.mlops("cache", "gc", "--older-than", "0s", "--dir", cache);
        assertThat(result)
                .isEqualTo(new Result(
                        0, cache + ": removed 0 results, 0 objects, 0 damaged files; freed 0.0 MB, 0.0 MB left\n", ""));
        assertThat(workshop.mlops("run", config).out()).doesNotContain("RAN");
    }

    @Test
    void gc_oldResults_areRemovedAndComputedByTheNextRunAsNew() throws IOException {
        Path config = workshop.config("  word: {text: ab}", "  shout: {times: 3}");
        workshop.mlops("run", config);
        age(Duration.ofDays(31));
        Result result = workshop.mlops("cache", "gc", "--older-than", "30d", "--dir", cache);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith(cache + ": removed 2 results, 2 objects, 0 damaged files; freed 0.0 MB");
        assertThat(workshop.mlops("cache", "verify", "--dir", cache).out())
                .isEqualTo(cache + ": read 0 results, 0 objects, 0 pointers, 0.0 MB: nothing is wrong\n");
        assertThat(workshop.mlops("run", config).out()).contains("never ran").doesNotContain("damaged");
    }

    @Test
    void gc_sizeThatWhatIsInUseExceeds_warns() throws IOException {
        workshop.mlops("run", workshop.config("  word: {text: ab}"));
        Result result = workshop.mlops("cache", "gc", "--max-size", "1", "--dir", cache);
        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .isEqualTo("warning: [CACHE_IN_USE] 0.0 MB are left, more than --max-size: they were used in the last"
                        + " hour. Run gc again later.\n");
    }

    @Test
    void gc_besideAResultOfANewerVersion_saysThatItRemovedNoObject() throws IOException {
        workshop.mlops("run", workshop.config("  word: {text: ab}", "  shout: {times: 3}"));
        Path result = files("v1/results").get(0);
        String checked = "tributary 2 of tomorrow ";
        Files.writeString(result, checked + sha256(checked).substring(0, 16) + "\nbody");
        age(Duration.ofDays(31));
        Result collected = workshop.mlops("cache", "gc", "--older-than", "30d", "--max-size", "0", "--dir", cache);
        assertThat(collected.out()).contains("removed 1 results, 0 objects");
        assertThat(collected.err())
                .isEqualTo("warning: [CACHE_OTHER_VERSION] another version of mlops stored 1 of the results, and nobody"
                        + " here knows which objects they need: no object was removed. Run gc of the newest version that"
                        + " uses this cache.\n");
        assertThat(result).exists();
    }

    @Test
    void gc_folderOfSomethingElse_keepsItsFiles() throws IOException {
        Path thesis = workshop.write("thesis.txt", "ten years of work");
        Files.setLastModifiedTime(thesis, FileTime.fromMillis(0));
        assertThat(workshop.mlops("cache", "gc", "--max-size", "0", "--older-than", "1d", "--dir", folder)
                        .exit())
                .isZero();
        assertThat(thesis).hasContent("ten years of work");
    }

    private static String sha256(String text) {
        MessageDigest digest = Sha256.start();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }

    /** As if everything in the cache had been used last that long ago. */
    private void age(Duration age) throws IOException {
        for (Path file : files("v1")) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        }
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve(kind))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
