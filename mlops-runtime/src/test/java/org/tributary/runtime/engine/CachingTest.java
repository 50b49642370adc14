package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Cut;
import org.tributary.runtime.engine.Steps.Read;
import org.tributary.runtime.engine.Steps.ReadAll;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;

/** What makes a step run again, the reason that is told, and the forecast of it. */
final class CachingTest {

    @TempDir
    Path folder;

    private Path file;
    private Runs runs;

    @BeforeEach
    void writeFile() throws Exception {
        file = folder.resolve("text.txt");
        Files.writeString(file, "hello");
        runs = new Runs(folder);
    }

    private Pipeline<String> read() {
        return Pipeline.define("read", p -> p.add("read", new Read(file)));
    }

    private static Pipeline<String> cut(int length, StepOptions options) {
        return Pipeline.define(
                "cut", p -> p.add("say", new Say("hello"), Steps.KEYED).then("cut", new Cut(length), options));
    }

    /** The outcome of the last step, and that it was forecast. */
    private String last(Pipeline<?> pipeline) {
        List<String> forecast = runs.explain(pipeline);
        List<String> outcomes = Outcome.all(runs.run(pipeline));
        String outcome = outcomes.get(outcomes.size() - 1);
        String expected =
                outcome.replace(" RAN[", ": MISS(").replaceAll("]$", ")").replace(" CACHED", ": HIT");
        assertThat(forecast.get(forecast.size() - 1)).isEqualTo(expected);
        return outcome;
    }

    @Test
    void setting_changed_isNamedWithBothValues() {
        runs.run(cut(2, StepOptions.defaults()));

        assertThat(last(cut(3, StepOptions.defaults()))).isEqualTo("cut RAN[setting length 2 -> 3]");
        assertThat(last(cut(2, StepOptions.defaults()))).isEqualTo("cut CACHED");
    }

    @Test
    void keyPart_changed_isNamedWithBothValues() {
        runs.run(cut(2, StepOptions.defaults().withKeyPart("v1")));

        assertThat(last(cut(2, StepOptions.defaults().withKeyPart("v2")))).isEqualTo("cut RAN[key part [v1] -> [v2]]");
    }

    @Test
    void class_changed_isNamed() {
        runs.run(cut(2, StepOptions.defaults()));
        Pipeline<String> other = Pipeline.define(
                "cut", p -> p.add("say", new Say("hello"), Steps.KEYED).then("cut", new Append("!")));

        List<String> outcomes = Outcome.all(runs.run(other));

        assertThat(outcomes.get(1))
                .contains("setting end none -> !", "setting length 2 -> none")
                .contains("code of class org.tributary.runtime.engine.Steps$Append")
                .contains("code of class org.tributary.runtime.engine.Steps$Cut");
    }

    @Test
    void step_renamed_isAHit() {
        runs.run(cut(2, StepOptions.defaults()));

        RunReport<String> report = runs.run(Pipeline.define(
                "other name", p -> p.add("says", new Say("hello"), Steps.KEYED).then("cuts", new Cut(2))));

        assertThat(Outcome.letters(report)).isEqualTo("C C");
    }

    @Test
    void maximumAge_passed_isNamed() {
        ManualTime clock = new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
        StepOptions options = StepOptions.defaults().withMaxAge(Duration.ofHours(1));
        Pipeline<String> pipeline = Pipeline.define("aged", p -> p.add("say", new Say("a"), options));
        LocalRunner runner = runs.builder().clock(clock).build();
        runner.run(pipeline);

        clock.advance(Duration.ofHours(1));
        assertThat(Outcome.all(runner.run(pipeline))).containsExactly("say CACHED");
        clock.advance(Duration.ofNanos(1));
        assertThat(runner.explain(pipeline)).hasToString("[say: MISS(older than PT1H)]");
        assertThat(Outcome.all(runner.run(pipeline))).containsExactly("say RAN[older than PT1H]");
        assertThat(Outcome.all(runner.run(pipeline))).containsExactly("say CACHED");
    }

    @Test
    void maximumAge_longerThanTime_neverPasses() {
        StepOptions options = StepOptions.defaults().withMaxAge(Duration.ofSeconds(Long.MAX_VALUE));
        Pipeline<String> pipeline = Pipeline.define("aged", p -> p.add("say", new Say("a"), options));
        runs.run(pipeline);

        assertThat(last(pipeline)).isEqualTo("say CACHED");
    }

    @Test
    void file_changed_isNamed() throws Exception {
        runs.run(read());
        Files.writeString(file, "hullo");

        assertThat(last(read())).isEqualTo("read RAN[data " + file + "]");
    }

    @Test
    void file_touched_isAHit() throws Exception {
        LocalRunner runner = runs.builder().build();
        runner.run(read());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(Outcome.letters(runner.run(read()))).isEqualTo("C");
    }

    @Test
    void file_changedWithSizeAndTimeKept_isNoticed() throws Exception {
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, old);
        LocalRunner runner = runs.builder().build();
        runner.run(read());
        runner.run(read());
        Files.writeString(file, "hullo");
        Files.setLastModifiedTime(file, old);

        RunReport<String> report = runner.run(read());

        assertThat(Outcome.letters(report)).isEqualTo("R");
        assertThat(report.value()).isEqualTo("hullo");
    }

    @Test
    void file_thatChangesWhileItIsRead_isWarnedOfAndNothingIsStored() throws Exception {
        record Growing(Path file) implements Source<String> {
            @Override
            public String run(StepContext context) throws Exception {
                String text = Files.readString(file);
                Files.writeString(file, text + "!");
                return text;
            }

            @Override
            public List<DataInput> inputs() {
                return List.of(DataInput.file(file));
            }
        }
        Pipeline<String> pipeline = Pipeline.define("growing", p -> p.add("grow", new Growing(file)));

        RunReport<String> report = runs.run(pipeline);

        assertThat(report.value()).isEqualTo("hello");
        assertThat(report.warnings())
                .containsExactly("[DATA_CHANGED] " + file + " changed while step \"grow\" read it, so its value is not"
                        + " stored. Run again when the file is complete.");
        assertThat(runs.objects()).isEmpty();
    }

    @Test
    void file_missing_failsTheStepWithAText() throws Exception {
        Files.delete(file);

        RunReport<String> report = runs.run(read());

        assertThat(Outcome.all(report))
                .containsExactly("read FAILED[[DATA_NO_FILE] step \"read\" reads " + file + ", which does not exist in "
                        + Path.of("").toAbsolutePath() + ". Put the file there, or correct the path.]");
    }

    @Test
    void file_thatIsAFolder_failsTheStepWithAText() throws Exception {
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(Outcome.all(runs.run(read())).get(0))
                .startsWith("read FAILED[[DATA_UNREADABLE] step \"read\" cannot read " + file + ": ")
                .endsWith("Check that it is a file and that this user may read it.]");
    }

    private Pipeline<String> readAll(String version) {
        return Pipeline.define("all", p -> p.add("all", new ReadAll(folder + "/in/*.txt", version)));
    }

    @Test
    void glob_fileAddedChangedRenamedOrRemoved_isNamed() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a.txt"), "1");
        Files.writeString(in.resolve("skip.csv"), "0");
        runs.run(readAll("v1"));
        assertThat(last(readAll("v1"))).isEqualTo("all CACHED");

        Files.writeString(in.resolve("b.txt"), "2");
        String pattern = "data " + folder + "/in/*.txt";
        assertThat(last(readAll("v1"))).isEqualTo("all RAN[" + pattern + ", data " + in + "/b.txt]");
        Files.writeString(in.resolve("a.txt"), "3");
        assertThat(last(readAll("v1"))).isEqualTo("all RAN[data " + in + "/a.txt]");
        Files.move(in.resolve("b.txt"), in.resolve("c.txt"));
        assertThat(last(readAll("v1")))
                .isEqualTo("all RAN[" + pattern + ", data " + in + "/c.txt, data " + in + "/b.txt]");
        Files.delete(in.resolve("c.txt"));
        assertThat(last(readAll("v1"))).isEqualTo("all RAN[" + pattern + ", data " + in + "/c.txt]");
        Files.writeString(in.resolve("skip.csv"), "9");
        assertThat(last(readAll("v1"))).isEqualTo("all CACHED");
    }

    /** Reads two folders whose files mean different things. */
    record TwoFolders(String first, String second) implements Source<String> {
        @Override
        public String run(StepContext context) throws Exception {
            return DataInput.glob(first).files().size() + " and "
                    + DataInput.glob(second).files().size();
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.glob(first), DataInput.glob(second));
        }
    }

    @Test
    void glob_fileMovedFromOneToTheNext_isNoticed() throws Exception {
        Path good = Files.createDirectory(folder.resolve("good"));
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(good.resolve("a"), "1");
        Files.writeString(good.resolve("b"), "2");
        Pipeline<String> pipeline = Pipeline.define("two", p -> p.add("two", new TwoFolders(good + "/*", bad + "/*")));
        runs.run(pipeline);
        Files.move(good.resolve("b"), bad.resolve("b"));

        assertThat(runs.run(pipeline).value()).isEqualTo("1 and 1");
    }

    @Test
    void version_changed_isNamed() throws Exception {
        Files.createDirectory(folder.resolve("in"));
        runs.run(readAll("v1"));

        assertThat(last(readAll("v2"))).isEqualTo("all RAN[setting version v1 -> v2, data v2, data v1]");
    }

    @Test
    void result_gone_isDamage() throws Exception {
        runs.run(read());
        for (Path result : Runs.files(runs.cache().resolve("v1/results")).values()) {
            Files.delete(result);
        }

        assertThat(last(read())).isEqualTo("read RAN[entry damaged]");
    }

    @Test
    void object_gone_isDamage() throws Exception {
        runs.run(read());
        for (Path object : Runs.files(runs.cache().resolve("v1/objects")).values()) {
            Files.delete(object);
        }

        assertThat(last(read())).isEqualTo("read RAN[entry damaged]");
        assertThat(last(read())).isEqualTo("read CACHED");
    }

    @Test
    void explain_tellsEachAnswer() {
        Pipeline<String> pipeline = Pipeline.define(
                "answers",
                p -> p.add("say", new Say("a"), Steps.KEYED)
                        .then("add", new Append("b"))
                        .then("cut", new Cut(1))
                        .<String>then("lambda", (text, context) -> text)
                        .then("last", new Cut(2)));

        assertThat(runs.explain(pipeline))
                .containsExactly(
                        "say: MISS(never ran)",
                        "add: OPEN(after say)",
                        "cut: OPEN(after add)",
                        "lambda: MISS(not cacheable: a step that is no record has no settings to tell it by)",
                        "last: OPEN(after lambda)");
        runs.run(pipeline);
        assertThat(runs.explain(pipeline))
                .containsExactly(
                        "say: HIT",
                        "add: HIT",
                        "cut: HIT",
                        "lambda: MISS(not cacheable: a step that is no record has no settings to tell it by)",
                        "last: OPEN(after lambda)");
        assertThat(runs.explain(pipeline, RunOptions.defaults().withForce("add")))
                .startsWith("say: HIT", "add: MISS(forced)", "cut: OPEN(after add)");
        assertThat(runs.explain(pipeline, RunOptions.defaults().withoutCache()))
                .allMatch(text -> text.endsWith(": MISS(cache off)"));
    }

    @Test
    void explain_runsAndWritesNothing() throws Exception {
        Pipeline<String> pipeline = Pipeline.define(
                "quiet",
                p -> p.add("say", new Say("a"), Steps.KEYED).then("never", Text.of("never", text -> {
                    throw new AssertionError("explain runs nothing");
                })));
        runs.explain(pipeline);
        assertThat(folder.resolve("cache")).doesNotExist();
        runs.run(pipeline);
        Map<String, Path> before = Runs.files(folder);
        runs.events().computed();

        assertThat(runs.explain(pipeline)).containsExactly("say: HIT", "never: MISS(never ran)");

        assertThat(Runs.files(folder)).isEqualTo(before);
        assertThat(runs.events().computed()).isEmpty();
        assertThat(runs.tracker().runs()).hasSize(1);
    }

    /** Gives words with their lengths, the longest first. */
    record Lengths() implements Step<String, Map<String, Integer>> {
        @Override
        public Map<String, Integer> run(String text, StepContext context) {
            Map<String, Integer> lengths = new LinkedHashMap<>();
            Stream.of(text.split(" "))
                    .sorted(Comparator.comparing(String::length).reversed())
                    .forEach(word -> lengths.put(word, word.length()));
            return lengths;
        }
    }

    /** Depends on the order of a map. */
    record Keys() implements Step<Map<String, Integer>, String> {
        @Override
        public String run(Map<String, Integer> map, StepContext context) {
            return String.join(",", map.keySet());
        }
    }

    @Test
    void map_justComputedOrFromTheCache_iteratesInOneOrder() {
        Pipeline<String> pipeline = Pipeline.define(
                "order",
                p -> p.add("say", new Say("zz yyy a bbbb cc"), Steps.KEYED)
                        .then("lengths", new Lengths())
                        .then("keys", new Keys()));
        String fresh = runs.run(pipeline).orThrow().value();

        RunReport<String> resumed = runs.run(pipeline, RunOptions.defaults().withForce("keys"));
        assertThat(Outcome.letters(resumed)).isEqualTo("C C R");
        assertThat(resumed.value()).isEqualTo(fresh);
    }
}
