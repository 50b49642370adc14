package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.store.Collected;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.Retention;
import org.tributary.runtime.store.StoreCheck;

/** Runs whose cache is collected before, while and after they run. */
@Timeout(120)
final class CollectedRunsTest {

    private static final Retention NOTHING =
            Retention.ofAll().withUnusedFor(Duration.ZERO).withMaxBytes(0);

    @TempDir
    Path folder;

    @Test
    void runs_besideAProcessThatCollectsWithoutPause_giveTheirValues(TestReporter reporter) throws Exception {
        long seed = new Random().nextLong();
        Path cache = folder.resolve("cache");
        Process collector = CollectedProcess.start(cache, "gc");
        Process one = CollectedProcess.start(cache, Long.toString(seed));
        Process two = CollectedProcess.start(cache, Long.toString(seed + 1));
        try {
            List<String> runs = lines(one);
            assertThat(runs).as("seed " + seed).hasSize(100).containsOnly("right");
            assertThat(lines(two)).as("seed " + seed).hasSize(100).containsOnly("right");
            collector.getOutputStream().write('\n');
            collector.getOutputStream().close();
            List<String> collected = lines(collector);
            assertThat(collected).as("seed " + seed).singleElement().asString().matches("[1-9][0-9]* [1-9][0-9]*");
            reporter.publishEntry("200 runs beside removed results and objects", collected.get(0));
        } finally {
            List.of(collector, one, two).forEach(Process::destroyForcibly);
        }
        DirectoryStore store = DirectoryStore.open(cache, warning -> {});
        assertThat(store.verify(StoredForm.references()).findings()).isEmpty();
    }

    private static List<String> lines(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    private static Pipeline<String> line(String last) {
        return Pipeline.define(
                "line",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then("one", new Append("1"))
                        .then("two", new Append(last)));
    }

    private static void age(Path cache, Duration age) throws IOException {
        for (Path file : Runs.files(cache).values()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        }
    }

    @Test
    void run_afterItsResultsWereCollected_saysThatTheyNeverRan() throws IOException {
        Runs runs = new Runs(folder);
        runs.run(line("2"));
        age(runs.cache(), Duration.ofDays(2));
        DirectoryStore store = DirectoryStore.open(runs.cache(), warning -> {});

        Collected collected = store.collect(NOTHING, StoredForm.references());

        assertThat(collected.results().count()).isEqualTo(3);
        assertThat(collected.pointers().count()).isEqualTo(3);
        assertThat(Runs.files(runs.cache())).isEmpty();
        assertThat(Outcome.all(runs.run(line("2"))))
                .containsExactly("say RAN[never ran]", "one RAN[never ran]", "two RAN[never ran]");
    }

    @Test
    void collect_afterARunThatHitEverything_keepsItsValues() throws IOException {
        Runs runs = new Runs(folder);
        runs.run(line("2"));
        runs.run(line("old"));
        age(runs.cache(), Duration.ofDays(2));
        RunReport<String> report = runs.run(line("2"));
        DirectoryStore store = DirectoryStore.open(runs.cache(), warning -> {});

        Collected collected = store.collect(NOTHING, StoredForm.references());

        assertThat(collected.results().count()).isEqualTo(1);
        assertThat(collected.objects().count()).isEqualTo(1);
        assertThat(report.value()).isEqualTo("text12");
        assertThat(report.value("one", String.class)).isEqualTo("text1");
        assertThat(Outcome.letters(runs.run(line("2")))).isEqualTo("C C C");
    }

    @Test
    void collect_artifactsOfAStep_areNeededByItsResult() throws IOException {
        Runs runs = new Runs(folder);
        Files.writeString(folder.resolve("text.txt"), "hello");
        Pipeline<String> joined = Pipeline.define("joined", p -> {
            var text = p.add("read", new Steps.Read(folder.resolve("text.txt")));
            return p.add("join", new Steps.Join("|"), text, text);
        });
        runs.run(joined);
        List<String> objects = runs.objects();
        age(runs.cache().resolve("v1/objects"), Duration.ofDays(2));

        Collected collected =
                DirectoryStore.open(runs.cache(), warning -> {}).collect(Retention.ofAll(), StoredForm.references());

        assertThat(collected.bytesFreed()).isZero();
        assertThat(runs.objects()).isEqualTo(objects).hasSizeGreaterThan(2);
    }

    @Test
    void run_firstOfARunner_removesWhatADeadProcessLeft() throws IOException {
        Runs runs = new Runs(folder);
        LocalRunner runner = runs.builder().build();
        Path left = runs.cache().resolve("v1/latest/~of-another-form");
        Files.createDirectories(runs.cache().resolve("v1/latest"));
        for (boolean isFirst : new boolean[] {true, false}) {
            Files.writeString(left, "half");
            age(runs.cache().resolve("v1/latest"), Duration.ofDays(2));
            assertThat(runner.run(line("2")).value()).isEqualTo("text12");
            assertThat(Files.exists(left)).isEqualTo(!isFirst);
        }
    }

    @Test
    void verify_afterARun_findsNothingWrong() throws IOException {
        Runs runs = new Runs(folder);
        runs.run(line("2"));

        StoreCheck check = DirectoryStore.open(runs.cache(), warning -> {}).verify(StoredForm.references());

        assertThat(check.findings()).isEmpty();
        assertThat(check.results()).isEqualTo(3);
        assertThat(check.pointers()).isEqualTo(3);
    }
}
