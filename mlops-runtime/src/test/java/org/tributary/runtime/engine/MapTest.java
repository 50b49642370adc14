package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.Trial;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Cut;
import org.tributary.runtime.engine.Steps.Fail;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.RunStatus;

final class MapTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void start() {
        runs = new Runs(folder);
    }

    /** Gives the words of a text. */
    record Words(String text) implements Source<List<String>> {
        @Override
        public List<String> run(StepContext context) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }

    /** Cuts a text into words. */
    record Split() implements Step<String, List<String>> {
        @Override
        public List<String> run(String text, StepContext context) {
            return List.of(text.split(""));
        }
    }

    /** Joins a list. */
    record Concat(String between) implements Step<List<String>, String> {
        @Override
        public String run(List<String> texts, StepContext context) {
            return String.join(between, texts);
        }
    }

    /** Gives texts as trials. */
    record Lengths(List<Integer> lengths) implements Source<List<Trial>> {
        @Override
        public List<Trial> run(StepContext context) {
            return lengths.stream()
                    .map(length -> Trial.of("cut.length", length))
                    .toList();
        }
    }

    /** Takes the trial as a value. */
    record Name() implements BiStep<Trial, String, String> {
        @Override
        public String run(Trial trial, String text, StepContext context) {
            return trial.settings() + "=" + text;
        }
    }

    /** Fails for some texts. */
    record FailFor(String bad) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            if (Arrays.asList(bad.split(" ")).contains(text)) {
                throw new IllegalStateException("no " + text);
            }
            return text;
        }
    }

    private static Pipeline<List<String>> each(String words, Step<String, String> step) {
        return Pipeline.define("each", p -> p.mapEach("fold", p.add("words", new Words(words), Steps.KEYED), step));
    }

    private static Pipeline<List<String>> body(String words, String end) {
        return Pipeline.define("body", p -> {
            Node<List<String>> list = p.add("words", new Words(words), Steps.KEYED);
            Node<String> outer = p.add("end", new Say(end), Steps.KEYED);
            return p.map("fold", list, (g, element) -> {
                Node<String> cut = element.then("cut", new Cut(3));
                return g.add("join", new JoinQuietly(), cut, outer);
            });
        });
    }

    /** Joins two texts. */
    record JoinQuietly() implements BiStep<String, String, String> {
        @Override
        public String run(String first, String second, StepContext context) {
            context.metric("length", first.length());
            return first + second;
        }
    }

    @Test
    void map_body_givesTheResultsInTheOrderOfTheList() {
        RunReport<List<String>> report = runs.run(body("alpha beta gamma", "!"));

        assertThat(report.orThrow().value()).containsExactly("alp!", "bet!", "gam!");
        assertThat(report.steps().stream().map(StepOutcome::step))
                .containsExactly(
                        "words",
                        "end",
                        "fold[0]/cut",
                        "fold[0]/join",
                        "fold[1]/cut",
                        "fold[1]/join",
                        "fold[2]/cut",
                        "fold[2]/join",
                        "fold");
        assertThat(report.value("fold[1]/cut", String.class)).isEqualTo("bet");
        assertThat(report.metrics()).containsEntry("fold[2]/length", 3.0).hasSize(3);
    }

    @Test
    void report_ofAMap_hasOneRowForAStepOfAllElements() {
        runs.run(body("alpha be", "!")).orThrow();
        String table = runs.run(body("alpha be gamma", "!")).toString();

        assertThat(table)
                .containsPattern("\n  fold\\[\\*]/cut +2 CACHED, 1 RAN +")
                .containsPattern("\n  fold +RAN +")
                .contains("\n  fold[*]/length = 2.6667 (2.0000 to 3.0000 over 3 elements)")
                .doesNotContain("fold[0]");
    }

    @Test
    void map_secondRun_isCachedElementByElement() {
        runs.run(body("alpha beta gamma", "!")).orThrow();

        RunReport<List<String>> again = runs.run(body("alpha beta gamma", "!"));
        assertThat(again.steps()).allMatch(StepOutcome.Cached.class::isInstance);
        assertThat(again.value()).containsExactly("alp!", "bet!", "gam!");
        assertThat(again.metrics()).hasSize(3);
    }

    @Test
    void map_oneElementChanged_runsThatElementOnly() {
        runs.run(body("alpha beta gamma", "!")).orThrow();

        RunReport<List<String>> again = runs.run(body("alpha beta delta", "!"));
        assertThat(Outcome.ran(again)).containsExactly("words", "fold[2]/cut", "fold[2]/join", "fold");
    }

    @Test
    void map_sameListShuffled_runsNoElement() {
        runs.run(body("alpha beta gamma", "!")).orThrow();

        RunReport<List<String>> again = runs.run(body("gamma alpha beta", "!"));
        assertThat(Outcome.ran(again)).containsExactly("words", "fold");
        assertThat(again.value()).containsExactly("gam!", "alp!", "bet!");
    }

    @Test
    void map_capturedNodeChanged_runsWhatTakesIt() {
        runs.run(body("alpha beta", "!")).orThrow();

        RunReport<List<String>> again = runs.run(body("alpha beta", "?"));
        assertThat(Outcome.ran(again)).containsExactly("end", "fold[0]/join", "fold[1]/join", "fold");
    }

    @Test
    void map_equalElements_areComputedOnce() {
        RunReport<List<String>> report = runs.run(each("same same other same", new Append("!")));

        assertThat(report.orThrow().value()).containsExactly("same!", "same!", "other!", "same!");
        assertThat(Outcome.ran(report)).hasSize(4).contains("words", "fold[2]/each", "fold");
        assertThat(report.steps()).hasSize(6);
    }

    @Test
    void map_emptyList_givesAnEmptyList() {
        RunReport<List<String>> report = runs.run(each("", new Append("!")));

        assertThat(report.orThrow().value()).isEmpty();
        assertThat(report.steps().stream().map(StepOutcome::step)).containsExactly("words", "fold");
    }

    @Test
    void map_someElementsFail_othersFinishAndTheMapNamesThem() {
        RunReport<List<String>> report = runs.run(each("a b c d", new FailFor("b d")));

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(Outcome.ran(report)).containsExactly("words", "fold[0]/each", "fold[2]/each");
        StepOutcome.Failed failed = (StepOutcome.Failed) report.step("fold");
        assertThat(failed.message())
                .isEqualTo("[MAP_ELEMENTS_FAILED] 2 of 4 elements of map \"fold\" gave no result: fold[1], fold[3]."
                        + " Mend the causes and run again: finished elements come from the cache.");
        assertThat(failed.cause()).hasRootCauseMessage("no b");
    }

    @Test
    void map_runAgainAfterFailure_runsTheFailedElementsOnly() {
        runs.run(each("a b c", new FailFor("b")));

        RunReport<List<String>> again = runs.run(each("a b c", new FailFor("")));
        assertThat(again.orThrow().value()).containsExactly("a", "b", "c");
    }

    @Test
    void map_capturedNodeFails_isSkipped() {
        Pipeline<List<String>> pipeline = Pipeline.define("broken", p -> {
            Node<List<String>> list = p.add("words", new Words("a b"), Steps.KEYED);
            Node<String> bad = p.add("say", new Say("x"), Steps.KEYED).then("bad", new Fail("on purpose"));
            return p.map("fold", list, (g, element) -> g.add("join", new JoinQuietly(), element, bad));
        });

        RunReport<List<String>> report = runs.run(pipeline);
        assertThat(report.step("fold")).isEqualTo(new StepOutcome.Skipped("fold", "step \"bad\" failed"));
    }

    @Test
    void map_nested_namesAndCachesEachLevel() {
        Pipeline<List<List<String>>> pipeline = nested("ab cd");
        RunReport<List<List<String>>> report = runs.run(pipeline);

        assertThat(report.orThrow().value()).containsExactly(List.of("a!", "b!"), List.of("c!", "d!"));
        assertThat(report.value("outer[1]/inner[0]/each", String.class)).isEqualTo("c!");
        assertThat(Outcome.ran(runs.run(nested("ab cx"))))
                .containsExactly("words", "outer[1]/letters", "outer[1]/inner[1]/each", "outer[1]/inner", "outer");
    }

    private static Pipeline<List<List<String>>> nested(String words) {
        return Pipeline.define("nested", p -> {
            Node<List<String>> list = p.add("words", new Words(words), Steps.KEYED);
            return p.map("outer", list, (g, element) -> {
                Node<List<String>> letters = element.then("letters", new Split());
                return g.mapEach("inner", letters, new Append("!"));
            });
        });
    }

    @Test
    void map_partsOfElements_areParts() {
        Pipeline<List<String>> pipeline = Pipeline.define("parts", p -> {
            Node<List<String>> list = p.add("words", new Words("abcd"), Steps.KEYED);
            Node<List<Halves>> halves = p.mapEach("halve", list, new Halve());
            return p.map("fold", halves, (g, element) -> {
                Node<String> left = element.part("left", Halves::left);
                return g.add("join", new Join("-"), left, element.part("right", Halves::right));
            });
        });

        assertThat(runs.run(pipeline).orThrow().value()).containsExactly("ab-cd");
        assertThat(runs.run(pipeline).steps()).allMatch(StepOutcome.Cached.class::isInstance);
    }

    @Test
    void map_resultIsTheElementOrACapturedNode_isGiven() {
        Pipeline<List<String>> pipeline = Pipeline.define("odd", p -> {
            Node<List<String>> list = p.add("words", new Words("a b"), Steps.KEYED);
            Node<String> outer = p.add("say", new Say("x"), Steps.KEYED);
            Node<List<String>> same = p.map("same", list, (g, element) -> element);
            Node<List<String>> outers = p.map("outers", list, (g, element) -> outer);
            return p.add("both", new Both(), same, outers);
        });

        assertThat(runs.run(pipeline).orThrow().value()).containsExactly("a", "b", "x", "x");
        assertThat(runs.run(pipeline).orThrow().value()).containsExactly("a", "b", "x", "x");
        assertThat(runs.run(pipeline, RunOptions.defaults().withoutCache())
                        .orThrow()
                        .value())
                .containsExactly("a", "b", "x", "x");
        assertThat(runs.tracker().runs())
                .as("one run each time, none for elements without steps")
                .hasSize(3)
                .allMatch(id -> runs.tracker().status(id).isPresent());
    }

    /** Joins two lists. */
    record Both() implements BiStep<List<String>, List<String>, List<String>> {
        @Override
        public List<String> run(List<String> first, List<String> second, StepContext context) {
            return java.util.stream.Stream.concat(first.stream(), second.stream())
                    .toList();
        }
    }

    private static Pipeline<List<String>> trials(Integer... lengths) {
        return Pipeline.define("trials", p -> {
            Node<List<Trial>> list = p.add("lengths", new Lengths(List.of(lengths)), Steps.KEYED);
            Node<String> text = p.add("say", new Say("abcdef"), Steps.KEYED);
            return p.map("search", list, (g, trial) -> {
                Node<String> shared = g.add("append", new Append("gh"), text);
                return shared.then("cut", new Cut(100));
            });
        });
    }

    @Test
    void trial_changesTheSettingsOfOneStep_andTheSharedPrefixRunsOnce() {
        RunReport<List<String>> report = runs.run(trials(2, 4, 2));

        assertThat(report.orThrow().value()).containsExactly("ab", "abcd", "ab");
        assertThat(Outcome.ran(report).stream().filter(step -> step.endsWith("/append")))
                .hasSize(1);
        assertThat(Outcome.ran(report).stream().filter(step -> step.endsWith("/cut")))
                .hasSize(2);
        assertThat(Outcome.ran(runs.run(trials(2, 4, 3)))).containsExactly("lengths", "search[2]/cut", "search");
    }

    @Test
    void trial_thatSetsTheDefault_isTheSameComputation() {
        runs.run(trials(100)).orThrow();
        Pipeline<List<String>> plain = Pipeline.define("trials", p -> {
            Node<String> text = p.add("say", new Say("abcdef"), Steps.KEYED);
            Node<String> cut = g(text.then("append", new Append("gh")));
            return cut.then("split", new Split());
        });

        assertThat(Outcome.ran(runs.run(plain))).containsExactly("split");
    }

    private static Node<String> g(Node<String> shared) {
        return shared.then("cut", new Cut(100));
    }

    @Test
    void trial_ofANestedMap_reachesItsSteps() {
        Pipeline<List<List<String>>> pipeline = Pipeline.define("nested", p -> {
            Node<List<Trial>> trials = p.add("trials", new NestedTrials(), Steps.KEYED);
            Node<List<String>> words = p.add("words", new Words("alpha beta"), Steps.KEYED);
            return p.map(
                    "search", trials, (g, trial) -> g.map("fold", words, (h, word) -> word.then("cut", new Cut(9))));
        });

        assertThat(runs.run(pipeline).orThrow().value()).containsExactly(List.of("a", "b"), List.of("al", "be"));
    }

    /** Trials that reach into a nested map. */
    record NestedTrials() implements Source<List<Trial>> {
        @Override
        public List<Trial> run(StepContext context) {
            return List.of(Trial.of("fold.cut.length", 1), Trial.of("fold.cut.length", 2));
        }
    }

    @Test
    void trial_unknownStep_failsBeforeAnyElementRuns() {
        RunReport<List<String>> report = runs.run(withTrial(Trial.of("cot.length", 1)));

        assertThat(((StepOutcome.Failed) report.step("search")).message())
                .isEqualTo("[MAP_UNKNOWN_SETTING] trial search[0] sets \"cot.length\", which names no step of the map."
                        + " Write step.setting; the steps are cut.");
        assertThat(report.steps()).hasSize(2);
    }

    @Test
    void trial_unknownSettingOrBadValue_isToldAsTheConfigurationDoes() {
        RunReport<List<String>> report =
                runs.run(withTrial(Trial.of("cut.lenth", 1).with("cut.length", "many")));

        assertThat(((StepOutcome.Failed) report.step("search")).message())
                .startsWith("PipelineException: 2 errors in trial search[0]:")
                .contains("[CONFIG_UNKNOWN_KEY]", "Did you mean \"length\"?", "[CONFIG_WRONG_TYPE]", "\"many\"");
    }

    private static Pipeline<List<String>> withTrial(Trial trial) {
        return Pipeline.define("trials", p -> {
            Node<List<Trial>> list = p.add("trials", new Given(List.of(trial)), Steps.KEYED);
            return p.map("search", list, (g, element) -> element.then("cut", new CutTrial(3)));
        });
    }

    /** Gives trials. */
    record Given(List<Trial> trials) implements Source<List<Trial>> {
        @Override
        public List<Trial> run(StepContext context) {
            return trials;
        }
    }

    /** Takes a trial as its input. */
    record CutTrial(int length) implements Step<Trial, String> {
        @Override
        public String run(Trial trial, StepContext context) {
            return trial.toString().substring(0, length);
        }
    }

    @Test
    void map_tracked_givesEachElementARunOfItsOwn() {
        runs.run(body("alpha beta", "!")).orThrow();
        InMemoryTracker tracker = runs.tracker();
        runs.run(body("alpha beta", "!")).orThrow();

        List<String> ids = tracker.runs();
        assertThat(ids).hasSize(6);
        for (String id : List.of(ids.get(1), ids.get(2), ids.get(4), ids.get(5))) {
            assertThat(tracker.status(id)).contains(RunStatus.FINISHED);
            assertThat(tracker.params(id)).isEqualTo(Map.of("cut.length", "3"));
            assertThat(tracker.metrics(id)).extracting("name").containsExactly("length");
        }
    }

    @Test
    void explain_map_forecastsEachElementOnceTheListIsKnown() {
        assertThat(runs.explain(body("alpha beta", "!")))
                .containsExactly("words: MISS(never ran)", "end: MISS(never ran)", "fold: OPEN(after words, end)");
        runs.run(body("alpha beta", "!")).orThrow();
        assertThat(runs.explain(body("alpha beta", "!")))
                .allMatch(line -> line.endsWith(": HIT"))
                .hasSize(7);
        assertThat(runs.explain(body("alpha beta", "!"), RunOptions.defaults().withForce("fold/cut")))
                .containsExactly(
                        "words: HIT",
                        "end: HIT",
                        "fold[0]/cut: MISS(forced)",
                        "fold[0]/join: OPEN(after fold[0]/cut)",
                        "fold[1]/cut: MISS(forced)",
                        "fold[1]/join: OPEN(after fold[1]/cut)",
                        "fold: OPEN(after fold[0]/join, fold[1]/join)");
    }

    @Test
    void force_oneElement_runsThatStepOnly() {
        runs.run(body("alpha beta", "!")).orThrow();

        RunReport<List<String>> report =
                runs.run(body("alpha beta", "!"), RunOptions.defaults().withForce("fold[1]/cut"));
        assertThat(Outcome.ran(report)).containsExactly("fold[1]/cut");
    }

    @Test
    void map_damagedElementResult_isComputedAgainWhenAskedFor() throws IOException {
        runs.run(body("alpha beta", "!")).orThrow();
        runs.damageObjects();

        RunReport<List<String>> report = runs.run(Pipeline.define("body", p -> {
            Node<List<String>> list = p.add("words", new Words("alpha beta"), Steps.KEYED);
            Node<String> outer = p.add("end", new Say("!"), Steps.KEYED);
            Node<List<String>> fold = p.map("fold", list, (g, element) -> {
                Node<String> cut = element.then("cut", new Cut(3));
                return g.add("join", new JoinQuietly(), cut, outer);
            });
            return fold.then("concat", new Concat("+")).then("split", new Split());
        }));
        assertThat(report.orThrow().value()).containsExactly("a", "l", "p", "!", "+", "b", "e", "t", "!");
        assertThat(report.warnings()).isNotEmpty();
    }

    @Test
    void map_listThatIsComputedAgainToAnotherValue_isExpandedAgain() throws IOException {
        Path file = folder.resolve("words.txt");
        Files.writeString(file, "one two");
        Pipeline<String> pipeline = Pipeline.define("moving", p -> {
            Node<List<String>> list = p.add("words", new Unstable(file.toString()), Steps.KEYED);
            Node<List<String>> fold = p.mapEach("fold", list, new Append("!"));
            return p.add("end", new JoinList(), fold, list);
        });
        assertThat(runs.run(pipeline).orThrow().value()).isEqualTo("one!two!/one two");
        Files.writeString(file, "three");
        runs.damageObjects();

        RunReport<String> report = runs.run(pipeline, RunOptions.defaults().withForce("end"));
        assertThat(report.orThrow().value()).isEqualTo("three!/three");
        assertThat(report.steps().stream().map(StepOutcome::step))
                .containsExactly("words", "fold[0]/each", "fold", "end");
        assertThat(runs.tracker().runs())
                .as("each tracked run has ended")
                .allMatch(id -> runs.tracker().status(id).isPresent());
    }

    /** Reads a file without saying so. */
    record Unstable(String file) implements Source<List<String>> {
        @Override
        public List<String> run(StepContext context) throws IOException {
            return List.of(Files.readString(Path.of(file)).split(" "));
        }
    }

    /** Joins two lists to a text. */
    record JoinList() implements BiStep<List<String>, List<String>, String> {
        @Override
        public String run(List<String> first, List<String> second, StepContext context) {
            return String.join("", first) + "/" + String.join(" ", second);
        }
    }

    @Test
    void map_optionsOfTheMap_holdForItsSteps() {
        Pipeline<List<String>> pipeline = Pipeline.define("options", p -> {
            Node<List<String>> list = p.add("words", new Words("a b"), Steps.KEYED);
            return p.map(
                    "fold",
                    list,
                    (g, element) -> element.then("append", new Append("!")),
                    StepOptions.defaults().uncached());
        });

        runs.run(pipeline).orThrow();
        assertThat(Outcome.ran(runs.run(pipeline))).containsExactly("fold[0]/append", "fold[1]/append", "fold");
    }

    @Test
    void map_exportInItsBody_isRefusedBeforeItRuns() {
        Pipeline<List<String>> pipeline = Pipeline.define("export", p -> {
            Node<List<String>> list = p.add("words", new Words("a b"), Steps.KEYED);
            return p.map(
                    "fold",
                    list,
                    (g, element) -> element.then(
                            "append", new Append("!"), StepOptions.defaults().withExport(Path.of("out"))));
        });

        assertThatThrownBy(() -> runs.run(pipeline))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining(
                        "[RUN_EXPORT_IN_MAP] step \"append\" is exported to out, but it runs once for each"
                                + " element of a map (added at MapTest.java:");
    }

    @Test
    void map_thousandsOfElements_takesLinearTime() {
        String words = String.join(
                " ", IntStream.range(0, 5_000).mapToObj(Integer::toString).toList());

        RunReport<List<String>> report =
                runs.run(each(words, new Append("!")), RunOptions.defaults().withoutCache());
        assertThat(report.orThrow().value()).hasSize(5_000).endsWith("4999!");
    }

    @Test
    void map_withoutCache_runsEveryElement() {
        RunReport<List<String>> report =
                runs.run(body("alpha alpha", "!"), RunOptions.defaults().withoutCache());

        assertThat(report.orThrow().value()).containsExactly("alp!", "alp!");
        assertThat(Outcome.ran(report)).hasSize(7);
    }
}
