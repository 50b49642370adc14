package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Fail;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

/** Retry, what runs after a failure, what is left out, and checks. */
final class PolicyTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void start() {
        runs = new Runs(folder);
    }

    @Test
    void retry_waits_doubleAndAreSpreadOverTheirUpperHalf() {
        assertThat(waits(0.0, 3)).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waits(0.5, 3))
                .containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofSeconds(3));
    }

    @Test
    void retry_manyTimes_waitsAnHourAtMost() {
        assertThat(waits(1.0, 70)).hasSize(70).endsWith(Duration.ofHours(1)).allMatch(wait -> !wait.isNegative());
    }

    private List<Duration> waits(double jitter, int retries) {
        List<Duration> waits = new ArrayList<>();
        Pipeline<String> pipeline = Pipeline.define(
                "retry",
                p -> p.add("say", new Say("x"), Steps.KEYED)
                        .then(
                                "fail",
                                new Fail("always"),
                                StepOptions.defaults().withRetries(retries, Duration.ofSeconds(1))));
        runs.builder().sleeper(waits::add).jitter(() -> jitter).build().run(pipeline);
        return waits;
    }

    private static Pipeline<String> twoBranches(Text good) {
        return Pipeline.define("branches", p -> {
            Node<String> start = p.add("say", new Say("x"), Steps.KEYED);
            start.then("bad", new Fail("on purpose")).then("after", new Append("!"));
            return start.then("good", good).then("end", new Append("."));
        });
    }

    @Test
    void failure_byDefault_letsTheOtherBranchFinish() {
        RunReport<String> report = runs.run(twoBranches(new Text("good", (text, context) -> text)));

        assertThat(Outcome.letters(report)).isEqualTo("R F S R R");
    }

    @Test
    void failFast_stopsAtTheFirstFailure_andSaysSo() {
        RunReport<String> report = runs.builder()
                .threads(1)
                .build()
                .run(
                        twoBranches(new Text("good", (text, context) -> text)),
                        RunOptions.defaults().failingFast());

        assertThat(Outcome.letters(report)).isEqualTo("R F S S S");
        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.step("good"))
                .isEqualTo(new StepOutcome.Skipped("good", "the run stops at the first failure"));
    }

    @Test
    void failFast_aStepThatRuns_isLetToFinishAndItsValueKept() {
        CountDownLatch running = new CountDownLatch(1);
        Pipeline<String> pipeline = Pipeline.define("running", p -> {
            Node<String> start = p.add("say", new Say("x"), Steps.KEYED);
            start.then("bad", new Text("bad", (text, context) -> {
                running.await();
                throw new IllegalStateException("on purpose");
            }));
            return start.then("good", new Text("good", (text, context) -> {
                running.countDown();
                return text;
            }));
        });

        RunReport<String> report = runs.run(pipeline, RunOptions.defaults().failingFast());
        assertThat(report.value()).isEqualTo("x");
        assertThat(report.step("bad")).isInstanceOf(StepOutcome.Failed.class);
    }

    @Test
    void only_aStep_runsItAndWhatItNeeds() {
        Pipeline<String> pipeline = twoBranches(new Text("good", (text, context) -> text));
        RunReport<String> report = runs.run(pipeline, RunOptions.defaults().withOnly("good"));

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(report.steps().stream().map(StepOutcome::step)).containsExactly("say", "good");
        assertThatThrownBy(report::value)
                .isInstanceOf(PipelineException.class)
                .hasMessage("[RUN_NO_VALUE] step \"end\" gave no value: the run was asked for other steps only");
    }

    @Test
    void only_unknownStep_isRefusedWithTheNamesThereAre() {
        Pipeline<String> pipeline = twoBranches(new Text("good", (text, context) -> text));
        assertThatThrownBy(() -> runs.run(pipeline, RunOptions.defaults().withOnly("goood")))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[RUN_UNKNOWN_STEP] there is no step \"goood\" to run in pipeline \"branches\"."
                        + " Its steps are say, bad, after, good, end.");
    }

    /** A text that can be changed. */
    record Box(List<String> content) {}

    /** Makes a list that can be changed. */
    record Open() implements Step<String, List<String>> {
        @Override
        public List<String> run(String text, StepContext context) {
            return new ArrayList<>(List.of(text, "b"));
        }
    }

    /** Sorts the list that it was given. */
    record SortInPlace() implements Step<List<String>, String> {
        @Override
        public String run(List<String> list, StepContext context) {
            Collections.sort(list, Collections.reverseOrder());
            return list.get(0);
        }
    }

    /** Reads a list. */
    record First() implements BiStep<List<String>, String, String> {
        @Override
        public String run(List<String> list, String other, StepContext context) {
            return list.get(0) + other;
        }
    }

    private static Pipeline<String> mutating() {
        return Pipeline.define("mutating", p -> {
            Node<List<String>> open = p.add("say", new Say("a"), Steps.KEYED).then("open", new Open());
            Node<String> sorted = open.then("sort", new SortInPlace());
            return p.add("first", new First(), open, sorted);
        });
    }

    @Test
    void check_stepThatChangesItsInput_isNamed() {
        RunReport<String> report = runs.run(mutating(), RunOptions.defaults().checking());

        assertThat(((StepOutcome.Failed) report.step("sort")).message())
                .matches("\\[CHECK_INPUT_CHANGED] step \"sort\" changes its input \"open\" \\(added at"
                        + " PolicyTest.java:[0-9]+\\), which other steps take too\\. Copy what the step changes\\.");
        assertThat(report.step("open")).isInstanceOf(StepOutcome.Ran.class);
    }

    /** A clock of its own. */
    record Now(String name) implements Step<String, Stamp> {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public Stamp run(String text, StepContext context) {
            return new Stamp(text, CALLS.incrementAndGet());
        }
    }

    /** What a clock gives. */
    record Stamp(String text, int time) {}

    private static Pipeline<Stamp> unstable(StepOptions options) {
        return Pipeline.define(
                "unstable", p -> p.add("say", new Say("a"), Steps.KEYED).then("now", new Now("n"), options));
    }

    @Test
    void check_stepThatGivesTwoValues_isNamedWithWhatDiffers() {
        RunReport<Stamp> report =
                runs.run(unstable(StepOptions.defaults()), RunOptions.defaults().checking());

        assertThat(((StepOutcome.Failed) report.step("now")).message())
                .startsWith(
                        "[CHECK_NOT_DETERMINISTIC] step \"now\" gives another value for the same key the second time;"
                                + " these components differ: time (added at PolicyTest.java:")
                .endsWith(
                        "). Make its randomness a setting, name all that it reads in inputs(), sort what has no order,"
                                + " or add it with StepOptions.uncached().");
    }

    @Test
    void check_stepThatGivesAnotherValueThanStored_isNamedAndTheStoredOneStays() {
        Stamp stored = runs.run(unstable(StepOptions.defaults())).orThrow().value();
        RunReport<Stamp> report =
                runs.run(unstable(StepOptions.defaults()), RunOptions.defaults().checking());

        assertThat(((StepOutcome.Failed) report.step("now")).message())
                .contains("gives another value for the same key than the stored one; these components differ: time");
        assertThat(runs.run(unstable(StepOptions.defaults())).value()).isEqualTo(stored);
    }

    @Test
    void check_uncachedStep_mayGiveWhatItLikes() {
        RunReport<Stamp> report = runs.run(
                unstable(StepOptions.defaults().uncached()),
                RunOptions.defaults().checking());

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void check_goodPipeline_runsEveryStepAndLeavesItsEntries() {
        Pipeline<String> pipeline = Pipeline.define(
                "good", p -> p.add("say", new Say("a"), Steps.KEYED).then("end", new Append("!")));
        runs.run(pipeline).orThrow();

        RunReport<String> report = runs.run(pipeline, RunOptions.defaults().checking());
        assertThat(Outcome.all(report)).containsExactly("say RAN[checked]", "end RAN[checked]");
        assertThat(Outcome.letters(runs.run(pipeline))).isEqualTo("C C");
    }
}
