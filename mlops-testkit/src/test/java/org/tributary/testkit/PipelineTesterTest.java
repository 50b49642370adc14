package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;

/** The tester tells what happened, also when the assertion of a test is wrong. */
final class PipelineTesterTest {

    @TempDir
    Path folder;

    private PipelineTester tester;
    private Path data;

    @BeforeEach
    void makeTester() throws IOException {
        tester = PipelineTester.in(folder);
        data = Files.writeString(folder.resolve("data.txt"), "some text", StandardCharsets.UTF_8);
    }

    @Test
    void run_twice_computesOnceAndIsCachedThen() {
        tester.run(words(3)).assertSucceeded().assertRanExactly("read", "shorten", "count");

        tester.run(words(3))
                .assertRanExactly()
                .assertCached("read", "shorten", "count")
                .assertValue(3);
    }

    @Test
    void failing_step_failsWithoutChangingAnyKey() {
        tester.failing("shorten")
                .run(words(3))
                .assertRan("read")
                .assertFailed("shorten")
                .assertSkipped("count");

        tester.run(words(3)).assertSucceeded().assertRanExactly("shorten", "count");
        tester.failing("shorten").run(words(3)).assertRanExactly();
    }

    @Test
    void failing_someAttemptsOfAStepWithRetries_succeeds() {
        StepOptions patient = StepOptions.defaults().withRetries(2, Duration.ofMillis(1));
        Pipeline<String> pipeline =
                Pipeline.define("retry", p -> p.add("read", new Read(data)).then("shorten", new Shorten(3), patient));

        tester.failing("shorten", 2).run(pipeline).assertSucceeded();
        tester.failing("read", 1).run(pipeline).assertRanExactly();
        assertThatThrownBy(() -> tester.failing("read", 0)).hasMessage("attempts must be 1 or more, not 0");
    }

    @Test
    void run_settingChanged_ranForThatReason() {
        tester.run(words(3));

        tester.run(words(4))
                .assertRanExactly("shorten", "count")
                .assertBecause("shorten", "setting length 3 -> 4")
                .assertValue(4);
    }

    @Test
    void run_forced_saysSo() {
        tester.run(words(3));

        tester.run(words(3), RunOptions.defaults().withForce("count"))
                .assertRanExactly("count")
                .assertBecause("count", "forced");
    }

    @Test
    void run_logs_canBeAsked() {
        TestedRun<Integer> run = tester.run(words(3));

        run.assertMetric("letters", 3).assertMetric("letters", 2.99, 0.02);
        assertThat(run.value()).isEqualTo(3);
        assertThat(run.value("shorten", String.class)).isEqualTo("som");
        assertThat(run.tracker().params(run.report().runId())).containsEntry("shorten.length", "3");
    }

    @Test
    void failing_first_resumesWhereItFailed() {
        Pipeline<Integer> pipeline = flaky(Failing.first(1), StepOptions.defaults());
        tester.run(pipeline)
                .assertRan("read")
                .assertFailed("flaky")
                .assertFailedWith("flaky", "attempt 1 fails on purpose")
                .assertSkipped("count");

        tester.run(pipeline).assertCached("read").assertRan("flaky", "count").assertValue(9);
        tester.run(pipeline).assertRanExactly("flaky").assertCached("count");
    }

    @Test
    void failing_first_isRetriedWithinARun() {
        Failing<String> failing = Failing.first(2);

        tester.run(flaky(failing, StepOptions.defaults().withRetries(2, Duration.ofMillis(1))))
                .assertSucceeded();
        assertThat(failing.attempts()).isEqualTo(3);
    }

    @Test
    void failing_after_failsFromThenOn() {
        Pipeline<Integer> pipeline = flaky(Failing.after(1), StepOptions.defaults());
        tester.run(pipeline).assertSucceeded();

        tester.run(pipeline).assertFailed("flaky");
        tester.run(pipeline).assertFailedWith("flaky", "attempt 3 fails on purpose");
    }

    @Test
    void failing_negativeCount_isRefused() {
        assertThatThrownBy(() -> Failing.first(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failures must be 0 or more, not -1");
        assertThatThrownBy(() -> Failing.after(-2)).hasMessage("successes must be 0 or more, not -2");
    }

    @Test
    void withClock_movedPastTheMaximumAge_computesAgain() {
        ManualClock clock = ManualClock.create();
        PipelineTester timed = tester.withClock(clock);
        StepOptions daily = StepOptions.defaults().withMaxAge(Duration.ofDays(1));
        Pipeline<String> pipeline = Pipeline.define("p", p -> p.add("read", new Read(data), daily));
        timed.run(pipeline).assertRanExactly("read");
        clock.advance(Duration.ofHours(23));
        timed.run(pipeline).assertRanExactly();
        clock.advance(Duration.ofHours(2));

        timed.run(pipeline).assertRanExactly("read");
    }

    @Test
    void explain_beforeARun_forecastsEachStep() {
        assertThat(tester.explain(words(3)).get(0)).hasToString("read: MISS(never ran)");
        tester.run(words(3));

        assertThat(tester.explain(words(3)))
                .extracting(Object::toString)
                .containsExactly("read: HIT", "shorten: HIT", "count: HIT");
    }

    @Test
    void assertions_thatAreWrong_failWithTheTable() {
        TestedRun<Integer> run = tester.run(words(3));

        assertFails(() -> run.assertCached("read"), "steps that should be cached but are not");
        assertFails(() -> run.assertFailed("read"), "steps that should be failed but are not");
        assertFails(() -> run.assertSkipped("read"), "steps that should be skipped but are not");
        assertFails(() -> run.assertRanExactly("read"), "steps that should be cached but are not");
        assertFails(() -> run.assertBecause("read", "forced"), "why \"read\" ran");
        assertFails(() -> run.assertMetric("words", 1), "metrics of");
        assertFails(() -> run.assertMetric("letters", 4), "metric \"letters\"");
        assertFails(() -> run.assertValue(4), "the result");
        assertThatThrownBy(() -> run.assertRan("reed")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void assertSucceeded_ofAFailedRun_failsWithTheTable() {
        TestedRun<Integer> run = tester.run(flaky(Failing.after(0), StepOptions.defaults()));

        assertThatThrownBy(run::assertSucceeded)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(run.report().toString());
        assertFails(() -> run.assertValue(1), "FAILED");
        assertFails(() -> run.assertFailedWith("flaky", "another text"), "how \"flaky\" failed");
    }

    private static void assertFails(ThrowingCallable assertion, String text) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(text);
    }

    private Pipeline<Integer> words(int length) {
        return Pipeline.define(
                "words",
                p -> p.add("read", new Read(data))
                        .then("shorten", new Shorten(length))
                        .then("count", new Count()));
    }

    private Pipeline<Integer> flaky(Failing<String> failing, StepOptions options) {
        return Pipeline.define("flaky", p -> {
            Node<String> text = p.add("read", new Read(data));
            return text.then("flaky", failing, options).then("count", new Count());
        });
    }

    record Read(Path file) implements Source<String> {
        @Override
        public String run(StepContext context) throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8);
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(file));
        }
    }

    record Shorten(int length) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            return text.substring(0, length);
        }
    }

    record Count() implements Step<String, Integer> {
        @Override
        public Integer run(String text, StepContext context) {
            context.metric("letters", text.length());
            return text.length();
        }
    }
}
