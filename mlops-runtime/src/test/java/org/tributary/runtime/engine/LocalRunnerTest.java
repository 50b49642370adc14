package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Cut;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Read;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;

/** Values, outcomes and the tracker's view of runs that go well. */
final class LocalRunnerTest {

    @TempDir
    Path folder;

    private Path file;
    private Runs runs;

    @BeforeEach
    void writeFile() throws Exception {
        file = folder.resolve("text.txt");
        Files.writeString(file, "hello world, how are you");
        runs = new Runs(folder);
    }

    private Pipeline<String> pipeline(int length, String between) {
        return Pipeline.define("texts", p -> {
            Node<String> text = p.add("read", new Read(file));
            Node<Halves> halves = text.then("cut", new Cut(length)).then("halve", new Halve());
            return p.add(
                    "join", new Join(between), halves.part("right", Halves::right), halves.part("left", Halves::left));
        });
    }

    @Test
    void run_firstTime_computesEverything() {
        RunReport<String> report = runs.run(pipeline(12, "|"));

        assertThat(report.value()).isEqualTo("world,|hello ");
        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(Outcome.all(report))
                .containsExactly(
                        "read RAN[never ran]", "cut RAN[never ran]", "halve RAN[never ran]", "join RAN[never ran]");
        assertThat(report.metrics()).isEqualTo(Map.of("joined.length", 12.0, "loss", 1.0, "read.length", 24.0));
        assertThat(report.warnings()).containsExactly("join: joined with |");
    }

    @Test
    void run_again_computesNothingAndGivesTheSame() {
        RunReport<String> first = runs.run(pipeline(12, "|"));
        runs.events().computed();

        RunReport<String> second = runs.run(pipeline(12, "|"));

        assertThat(Outcome.letters(second)).isEqualTo("C C C C");
        assertThat(runs.events().computed()).isEmpty();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.value("halve", Halves.class)).isEqualTo(new Halves("hello ", "world,"));
        assertThat(second.value("halve.left", String.class)).isEqualTo("hello ");
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.warnings()).isEqualTo(first.warnings());
        assertThat(second.runId()).isNotEqualTo(first.runId());
    }

    @Test
    void tracker_ofACachedRun_hearsTheSame() {
        runs.run(pipeline(12, "|"));
        String first = runs.lastRun();
        runs.run(pipeline(12, "|"));
        String second = runs.lastRun();

        assertThat(second).isNotEqualTo(first);
        assertThat(points(second)).isEqualTo(points(first)).hasSize(4).contains("loss 2.0 at 1", "loss 1.0 at 2");
        assertThat(runs.tracker().params(second))
                .isEqualTo(runs.tracker().params(first))
                .isEqualTo(
                        Map.of("read.file", file.toString(), "cut.length", "12", "join.between", "|", "between", "|"));
        assertThat(runs.tracker().inputs(second))
                .isEqualTo(runs.tracker().inputs(first))
                .containsOnlyKeys(file.toString());
        assertThat(runs.tracker().artifacts(second)).containsOnlyKeys("out/joined.txt", "run.json", "graph.svg");
        assertThat(new String(runs.tracker().artifacts(second).get("graph.svg"), StandardCharsets.UTF_8))
                .startsWith("<svg ")
                .contains("CACHED");
        assertThat(runs.tracker().artifacts(second).get("out/joined.txt"))
                .isEqualTo("world,hello ".getBytes(StandardCharsets.UTF_8));
        assertThat(runs.tracker().tags(first))
                .containsEntry("kind", "join")
                .containsEntry("tributary.step.join", "RAN");
        assertThat(runs.tracker().tags(second))
                .containsEntry("kind", "join")
                .containsEntry("tributary.step.join", "CACHED");
        assertThat(runs.tracker().status(second)).contains(RunStatus.FINISHED);
    }

    private List<String> points(String run) {
        return runs.tracker().metrics(run).stream()
                .map(LocalRunnerTest::text)
                .sorted()
                .toList();
    }

    private static String text(Metric point) {
        return point.name() + " " + point.value() + " at " + point.step();
    }

    @Test
    void listener_hearsEachStepInOrder() {
        runs.run(Pipeline.define(
                "small", p -> p.add("say", new Say("a"), Steps.KEYED).then("add", new Append("b"))));

        assertThat(runs.events().all())
                .containsSubsequence("start small", "started say", "finished say", "end FINISHED")
                .containsSubsequence("started add", "finished add", "end FINISHED");
        assertThat(runs.events().finished()).containsExactly("say RAN[never ran]", "add RAN[never ran]");
    }

    @Test
    void run_stepGaveTheSameAgain_stopsTheWave() throws Exception {
        runs.run(pipeline(5, "|"));
        Files.writeString(file, "hello, and all else is new");

        RunReport<String> report = runs.run(pipeline(5, "|"));

        assertThat(Outcome.all(report))
                .containsExactly("read RAN[data " + file + "]", "cut RAN[input read]", "halve CACHED", "join CACHED");
    }

    @Test
    void run_otherPartChanged_leavesTheTakersOfThisPart() throws Exception {
        Pipeline<String> pipeline = Pipeline.define("parts", p -> {
            Node<Halves> halves = p.add("read", new Read(file)).then("halve", new Halve());
            Node<String> left = halves.part("left", Halves::left).then("left-end", new Append("!"));
            return p.add("join", new Join("|"), left, halves.part("right", Halves::right));
        });
        Files.writeString(file, "abcd");
        runs.run(pipeline);
        Files.writeString(file, "abce");

        RunReport<String> report = runs.run(pipeline);

        assertThat(Outcome.all(report))
                .containsExactly(
                        "read RAN[data " + file + "]",
                        "halve RAN[input read]",
                        "left-end CACHED",
                        "join RAN[input halve.right]");
        assertThat(report.value()).isEqualTo("ab!|ce");
    }

    @Test
    void run_equalKeysAtOnce_computesOne() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch bothDecided = new CountDownLatch(1);
        Text twin = new Text("twin", (text, context) -> {
            calls.incrementAndGet();
            bothDecided.await(30, TimeUnit.SECONDS);
            return text + "!";
        });
        Pipeline<String> pipeline = Pipeline.define("twins", p -> {
            Node<String> say = p.add("say", new Say("a"), Steps.KEYED);
            Node<String> one = say.then("one", twin);
            Node<String> two = say.then("two", twin);
            say.then("release", Text.of("release", text -> {
                bothDecided.countDown();
                return text;
            }));
            return p.add("join", new Join("|"), one, two);
        });

        RunReport<String> report = runs.run(pipeline);

        assertThat(report.value()).isEqualTo("a!|a!");
        assertThat(calls).hasValue(1);
        assertThat(List.of(Outcome.letters(report))).containsAnyOf("R R C R R", "R C R R R");
    }

    @Test
    void run_equalKeysWhoseFirstFails_triesEach() {
        Text twin = new Text("twin", (text, context) -> {
            throw new IllegalStateException("no");
        });
        Pipeline<String> pipeline = Pipeline.define("twins", p -> {
            Node<String> say = p.add("say", new Say("a"), Steps.KEYED);
            return p.add("join", new Join("|"), say.then("one", twin), say.then("two", twin));
        });

        assertThat(Outcome.letters(runs.run(pipeline))).isEqualTo("R F F S");
    }

    @Test
    void run_stepThatGivesItsInput_isNoDeadlock() {
        Pipeline<String> pipeline = Pipeline.define(
                "same",
                p -> p.add("say", new Say("a"), Steps.KEYED)
                        .then("one", new Cut(5))
                        .then("two", new Cut(5))
                        .then("three", new Cut(5)));

        assertThat(Outcome.letters(runs.run(pipeline))).isEqualTo("R R C C");
    }

    @Test
    void run_lambdas_areComputedAlwaysAndWhatFollowsGoesByTheirValue() {
        Pipeline<String> pipeline = Pipeline.define(
                "lambdas",
                p -> p.<String>add("source", context -> "text")
                        .<String>then("lambda", (text, context) -> text + "!")
                        .then("cut", new Cut(3)));
        runs.run(pipeline);

        RunReport<String> report = runs.run(pipeline);

        String reason = " RAN[not cacheable: a step that is no record has no settings to tell it by]";
        assertThat(Outcome.all(report)).containsExactly("source" + reason, "lambda" + reason, "cut CACHED");
    }

    @Test
    void run_lambdaWhoseValueHasNoForm_makesWhatFollowsUncacheable() {
        record Length() implements Step<CharSequence, Integer> {
            @Override
            public Integer run(CharSequence text, StepContext context) {
                return text.length();
            }
        }
        Pipeline<Integer> pipeline = Pipeline.define(
                "builders",
                p -> p.<StringBuilder>add("build", context -> new StringBuilder("abc"))
                        .then("length", new Length())
                        .then("again", new Plus(1)));
        runs.run(pipeline);

        RunReport<Integer> report = runs.run(pipeline);

        assertThat(report.value()).isEqualTo(4);
        assertThat(Outcome.all(report).subList(1, 3))
                .containsExactly("length RAN[not cacheable: its input build is not cacheable]", "again CACHED");
    }

    /** Adds a number. */
    record Plus(int more) implements Step<Integer, Integer> {
        @Override
        public Integer run(Integer number, StepContext context) {
            return number + more;
        }
    }

    @Test
    void run_uncachedStep_isComputedAlwaysAndWhatFollowsGoesByItsValue() {
        Pipeline<String> pipeline = Pipeline.define(
                "uncached",
                p -> p.add("say", new Say("abc"), Steps.KEYED)
                        .then("add", new Append("!"), StepOptions.defaults().uncached())
                        .then("cut", new Cut(2)));
        runs.run(pipeline);

        RunReport<String> report = runs.run(pipeline);

        assertThat(Outcome.all(report))
                .containsExactly("say CACHED", "add RAN[not cacheable: its options say uncached]", "cut CACHED");
    }

    /** Gives a record with a null in it, which cannot be encoded. */
    record Holes() implements Step<String, Halves> {
        @Override
        @SuppressWarnings("NullAway")
        public Halves run(String text, StepContext context) {
            return new Halves(text, null);
        }
    }

    @Test
    void run_uncachedStepWhoseValueCannotBeEncoded_isFine() {
        Pipeline<Halves> pipeline = Pipeline.define(
                "holes",
                p -> p.add("say", new Say("abc"), Steps.KEYED)
                        .then("holes", new Holes(), StepOptions.defaults().uncached()));

        assertThat(runs.run(pipeline).value().left()).isEqualTo("abc");
    }

    @Test
    void run_sourceThatNamesNoData_isComputedAlways() {
        Pipeline<String> pipeline = Pipeline.define("source", p -> p.add("say", new Say("abc")));
        runs.run(pipeline);

        assertThat(Outcome.all(runs.run(pipeline)))
                .containsExactly(
                        "say RAN[not cacheable: a source without data inputs; give key parts or a maximum age]");
    }

    @Test
    void run_withoutCache_readsAndWritesNothing() throws Exception {
        runs.run(pipeline(12, "|"), RunOptions.defaults().withoutCache());
        assertThat(Runs.files(runs.cache())).isEmpty();
        runs.run(pipeline(12, "|"));

        RunReport<String> report =
                runs.run(pipeline(12, "|"), RunOptions.defaults().withoutCache());

        assertThat(report.value()).isEqualTo("world,|hello ");
        assertThat(Outcome.all(report)).allMatch(text -> text.endsWith(" RAN[cache off]"));
    }

    @Test
    void run_forced_computesThatStepAndGoesOnByItsValue() {
        runs.run(pipeline(12, "|"));

        RunReport<String> report =
                runs.run(pipeline(12, "|"), RunOptions.defaults().withForce("cut"));

        assertThat(Outcome.all(report))
                .containsExactly("read CACHED", "cut RAN[forced]", "halve CACHED", "join CACHED");
    }

    @Test
    void run_forcedStepThatIsNone_namesThoseThereAre() {
        assertThatThrownBy(() -> runs.run(
                        pipeline(12, "|"),
                        RunOptions.defaults().withForce("cat").withForce("halve.left")))
                .isInstanceOf(PipelineException.class)
                .hasMessage("2 errors in pipeline \"texts\":\n"
                        + "1) [RUN_UNKNOWN_STEP] there is no step \"cat\" to force in pipeline \"texts\"."
                        + " Its steps are read, cut, halve, join.\n"
                        + "2) [RUN_UNKNOWN_STEP] there is no step \"halve.left\" to force in pipeline \"texts\"."
                        + " Its steps are read, cut, halve, join.");
    }

    @Test
    void run_name_isTheTrackersName() {
        runs.run(pipeline(12, "|"), RunOptions.defaults().withName("nightly"));

        assertThat(runs.tracker().name(runs.lastRun())).isEqualTo("nightly");
    }

    @Test
    void report_ofWhatIsNone_namesWhatThereIs() {
        RunReport<String> report = runs.run(pipeline(12, "|"));

        assertThatThrownBy(() -> report.value("cat", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no step \"cat\" in pipeline \"texts\"; its values are"
                        + " [read, cut, halve, halve.right, halve.left, join]");
        assertThatThrownBy(() -> report.step("halve.left")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.value("cut", Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of \"cut\" is a java.lang.String, not a java.lang.Integer");
        assertThat(report.orThrow()).isSameAs(report);
    }

    @Test
    void workFolder_isEmptyAndGoneWithTheStep() throws Exception {
        Path[] folders = new Path[2];
        Pipeline<String> pipeline = Pipeline.define(
                "work",
                p -> p.add("say", new Say("a"), Steps.KEYED)
                        .then("first", new Text("first", (text, context) -> {
                            folders[0] = context.workFolder();
                            assertThat(folders[0]).isEmptyDirectory().isEqualTo(context.workFolder());
                            Files.writeString(folders[0].resolve("a.txt"), text);
                            context.artifact("a.txt", folders[0].resolve("a.txt"));
                            return text;
                        }))
                        .then("second", new Text("second", (text, context) -> {
                            folders[1] = context.workFolder();
                            assertThat(folders[0]).doesNotExist();
                            return text;
                        })));

        assertThat(Outcome.letters(runs.run(pipeline))).isEqualTo("R R R");
        assertThat(folders[1]).isNotNull().doesNotExist();
        assertThat(runs.work()).isEmptyDirectory();
        assertThat(runs.tracker().artifacts(runs.lastRun())).containsKey("a.txt");
    }
}
