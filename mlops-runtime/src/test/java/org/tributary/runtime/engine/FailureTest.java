package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Fail;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

/** Steps that fail in every way, and what the report says. */
@Timeout(60)
final class FailureTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void prepare() {
        runs = new Runs(folder);
    }

    private static Pipeline<String> broken(String message) {
        return Pipeline.define("broken", p -> {
            Node<String> say = p.add("say", new Say("text"), Steps.KEYED);
            Node<String> fail = say.then("fail", new Fail(message));
            Node<String> after = fail.then("after", new Append("!")).then("last", new Append("?"));
            say.then("beside", new Append(".")).then("beside-too", new Append(","));
            return after;
        });
    }

    private static <T> Pipeline<T> one(Step<String, T> step) {
        return one(step, StepOptions.defaults());
    }

    private static <T> Pipeline<T> one(Step<String, T> step, StepOptions options) {
        return Pipeline.define(
                "one", p -> p.add("say", new Say("text"), Steps.KEYED).then("step", step, options));
    }

    private StepOutcome.Failed failed(RunReport<?> report) {
        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        return (StepOutcome.Failed) report.step("step");
    }

    @Test
    void failure_endsItsBranchOnly() {
        RunReport<String> report = runs.run(broken("no luck"));

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(Outcome.all(report))
                .containsExactly(
                        "say RAN[never ran]",
                        "fail FAILED[IllegalStateException: no luck]",
                        "after SKIPPED[step \"fail\" failed]",
                        "last SKIPPED[step \"fail\" failed]",
                        "beside RAN[never ran]",
                        "beside-too RAN[never ran]");
        Golden.assertText("failed-run", report.toString());
        assertThat(runs.tracker().status(runs.lastRun())).contains(RunStatus.FAILED);
    }

    @Test
    void failure_mended_computesOnlyWhatIsMissing() {
        runs.run(broken("no luck"));
        runs.events().computed();

        RunReport<String> report = runs.run(broken(""));

        assertThat(report.value()).isEqualTo("text!?");
        assertThat(runs.events().computed()).containsExactly("after", "fail", "last");
    }

    @Test
    void report_ofAFailure_givesNoValue() {
        RunReport<String> report = runs.run(broken("no luck"));

        assertThatThrownBy(report::value)
                .isInstanceOf(PipelineException.class)
                .hasMessage("[RUN_NO_VALUE] step \"last\" gave no value: step \"fail\" failed");
        assertThatThrownBy(() -> report.value("fail", String.class))
                .hasMessage("[RUN_NO_VALUE] step \"fail\" gave no value: it failed. IllegalStateException: no luck")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(report.value("beside", String.class)).isEqualTo("text.");
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(PipelineException.class)
                .hasMessage(report.toString())
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked", "runtime", "no message", "error", "stack", "memory", "interrupted"})
    void exception_ofAnyKind_failsTheStepAndNothingIsStored(String kind) throws Exception {
        RunReport<String> report = runs.run(one(new Text(kind, (text, context) -> {
            throw FailureTest.<RuntimeException>thrown(kind);
        })));

        String expected = switch (kind) {
            case "checked" -> "IOException: checked";
            case "runtime" -> "IllegalStateException: runtime";
            case "no message" -> "java.lang.IllegalStateException without a message, thrown at ";
            case "error" -> "AssertionError: error";
            case "stack" -> "java.lang.StackOverflowError without a message, thrown at ";
            case "memory" -> "OutOfMemoryError: Java heap space";
            default -> "InterruptedException: interrupted";
        };
        assertThat(failed(report).message()).startsWith(expected);
        assertThat(failed(report).attempts()).isEqualTo(1);
        assertThat(runs.objects()).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    // Any exception, thrown where none may be.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E thrown(String kind) throws E {
        throw (E)
                switch (kind) {
                    case "checked" -> new IOException("checked");
                    case "runtime" -> new IllegalStateException("runtime");
                    case "no message" -> new IllegalStateException();
                    case "error" -> new AssertionError("error");
                    case "stack" -> new StackOverflowError();
                    case "memory" -> new OutOfMemoryError("Java heap space");
                    default -> new InterruptedException("interrupted");
                };
    }

    /** Gives null. */
    record GiveNull() implements Step<String, String> {
        @Override
        @SuppressWarnings("NullAway")
        public String run(String text, StepContext context) {
            return null;
        }
    }

    @Test
    void null_isNoValue() {
        Golden.assertText("null-output", failed(runs.run(one(new GiveNull()))).message());
    }

    @Test
    void valueOfAnotherType_isRefused() {
        Golden.assertText("wrong-type", failed(runs.run(one(new Lying(7)))).message());
    }

    /** Gives anything. */
    private static class Anything<O> implements Step<String, O> {

        private final Object value;

        Anything(Object value) {
            this.value = value;
        }

        @Override
        public O run(String text, StepContext context) {
            return unchecked(value);
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(new GiveNull());
        }
    }

    /** Says that it gives text. */
    private static final class Lying extends Anything<String> {

        Lying(Object value) {
            super(value);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T unchecked(Object value) {
        return (T) value;
    }

    /** Gives a list that holds something else than it says. */
    record WrongList() implements Step<String, List<String>> {
        @Override
        public List<String> run(String text, StepContext context) {
            return unchecked(List.of(text, 7));
        }
    }

    /** Gives a record with a null in it. */
    record Holes() implements Step<String, Halves> {
        @Override
        @SuppressWarnings("NullAway")
        public Halves run(String text, StepContext context) {
            return new Halves(text, null);
        }
    }

    @Test
    void valueThatCannotBeEncoded_isRefused() {
        Golden.assertText(
                "unstorable-list", failed(runs.run(one(new WrongList()))).message());
        Golden.assertText("unstorable-null", failed(runs.run(one(new Holes()))).message());
    }

    /** A value type without codec. */
    static final class Opaque {}

    record GiveOpaque(String name) implements Step<String, Opaque> {
        @Override
        public Opaque run(String text, StepContext context) {
            return new Opaque();
        }
    }

    @Test
    void typeWithoutCodec_isAnErrorBeforeAnythingRuns() {
        Pipeline<Opaque> two = Pipeline.define("two", p -> {
            Node<String> say = p.add("say", new Say("text"), Steps.KEYED);
            say.then("first", new GiveOpaque("a"));
            return say.then("second", new GiveOpaque("b"));
        });

        assertThatThrownBy(() -> runs.run(one(new GiveOpaque("a"))))
                .isInstanceOf(PipelineException.class)
                .satisfies(e -> Golden.assertText("no-codec", e.getMessage()));
        assertThatThrownBy(() -> runs.run(two)).satisfies(e -> Golden.assertText("no-codec-twice", e.getMessage()));
        assertThat(runs.events().all()).isEmpty();
        assertThat(runs.run(one(new GiveOpaque("a"), StepOptions.defaults().uncached()))
                        .value())
                .isNotNull();
    }

    @Test
    void retry_waitsTwiceAsLongEachTimeAndSendsTheLastAttemptOnly() {
        List<Duration> waits = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        Text flaky = new Text("flaky", (text, context) -> {
            int call = calls.incrementAndGet();
            context.metric("call", call, call);
            context.param("call." + call, call);
            context.warn("call " + call);
            if (call < 4) {
                throw new IOException("call " + call);
            }
            return text;
        });
        Pipeline<String> pipeline = one(flaky, StepOptions.defaults().withRetries(3, Duration.ofSeconds(1)));

        RunReport<String> report =
                runs.builder().sleeper(waits::add).jitter(() -> 1.0).build().run(pipeline);

        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(report.warnings()).containsExactly("step: call 4");
        assertThat(runs.tracker().metrics(runs.lastRun())).hasSize(1).allMatch(point -> point.value() == 4);
        assertThat(runs.tracker().params(runs.lastRun())).containsKey("call.4").doesNotContainKey("call.3");
    }

    @Test
    void retry_usedUp_sendsTheLastAttemptOnly() {
        AtomicInteger calls = new AtomicInteger();
        Text never = new Text("never", (text, context) -> {
            context.metric("call", calls.incrementAndGet());
            throw new IOException("call " + calls);
        });
        Pipeline<String> pipeline = one(never, StepOptions.defaults().withRetries(2, Duration.ofSeconds(1)));

        RunReport<String> report = runs.builder().sleeper(wait -> {}).build().run(pipeline);

        assertThat(failed(report).attempts()).isEqualTo(3);
        assertThat(failed(report).message()).isEqualTo("IOException: call 3");
        assertThat(runs.tracker().metrics(runs.lastRun())).hasSize(1).allMatch(point -> point.value() == 3);
    }

    @Test
    void retry_ofAnError_isNotTried() {
        Text fatal = new Text("fatal", (text, context) -> {
            throw new OutOfMemoryError("gone");
        });
        Pipeline<String> pipeline = one(fatal, StepOptions.defaults().withRetries(5, Duration.ofSeconds(1)));

        assertThat(failed(runs.builder().sleeper(wait -> {}).build().run(pipeline))
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void timeout_tellsWhereTheStepWas() {
        CountDownLatch never = new CountDownLatch(1);
        Text slow = new Text("slow", (text, context) -> {
            never.await();
            return text;
        });

        RunReport<String> report = runs.run(one(slow, StepOptions.defaults().withTimeout(Duration.ofSeconds(1))));

        String[] lines = failed(report).message().split("\n");
        Golden.assertText("timeout", lines[0]);
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(failed(report).message()).contains("\n    ").contains("java.util.concurrent.CountDownLatch.await(");
        assertThat(failed(report).time()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Outcome.all(report).get(1)).startsWith("step FAILED[[STEP_TIMEOUT] ");
    }

    @Test
    void timeout_ofAStepThatIgnoresInterrupts_endsAllTheSame() {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger late = new AtomicInteger();
        CountDownLatch told = new CountDownLatch(1);
        Text deaf = new Text("deaf", (text, context) -> {
            awaitDeaf(over);
            try {
                context.metric("late", 1);
            } catch (PipelineException e) {
                late.set(e.getMessage().startsWith("[STEP_CONTEXT_CLOSED]") ? 1 : 2);
            }
            told.countDown();
            return text;
        });

        RunReport<String> report = runs.run(one(deaf, StepOptions.defaults().withTimeout(Duration.ofSeconds(1))));
        over.countDown();

        Golden.assertText("timeout-ignored", failed(report).message().split("\n")[0]);
        assertThat(failed(report).time()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        await(told);
        assertThat(late).hasValue(1);
        assertThat(runs.tracker().metrics(runs.lastRun())).isEmpty();
    }

    static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timeout_notReached_changesNothing() {
        StepOptions options = StepOptions.defaults().withTimeout(Duration.ofMinutes(1));

        assertThat(runs.run(one(new Append("!"), options)).value()).isEqualTo("text!");
        assertThat(failed(runs.run(one(new Fail("late"), options))).message()).isEqualTo("IllegalStateException: late");
    }

    /** Logs under a given name. */
    record Log(String kind, String name) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            switch (kind) {
                case "metric" -> context.metric(name, 1);
                case "param" -> context.param(name, 1);
                case "tag" -> context.tag(name, "1");
                default -> context.artifact(name, new byte[1]);
            }
            return text + kind;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metric", "param", "tag", "artifact"})
    void name_ofTwoSteps_failsTheLaterNamingBoth(String kind) {
        Pipeline<String> pipeline = Pipeline.define(
                "two",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then("first", new Log(kind, "score"))
                        .then("second", new Log(kind, "score")));

        String expected = "second FAILED[[RUN_DUPLICATE_NAME] steps \"first\" and \"second\" both log the " + kind
                + " \"score\". Give one of them another name.]";
        assertThat(Outcome.all(runs.run(pipeline))).contains(expected);
        assertThat(Outcome.all(runs.run(pipeline))).contains("first CACHED", expected);
    }

    @Test
    void name_ofTwoCachedSteps_failsTheLater() {
        runs.run(one(new Log("metric", "score")));
        runs.run(Pipeline.define(
                "other", p -> p.add("say", new Say("other"), Steps.KEYED).then("step", new Log("metric", "score"))));
        Pipeline<String> both = Pipeline.define("both", p -> {
            p.add("say", new Say("text"), Steps.KEYED).then("first", new Log("metric", "score"));
            return p.add("say-other", new Say("other"), Steps.KEYED).then("second", new Log("metric", "score"));
        });

        RunReport<String> report = runs.run(both);

        assertThat(report.steps())
                .filteredOn(StepOutcome.Failed.class::isInstance)
                .hasSize(1);
        assertThat(report.toString()).contains("both log the metric \"score\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../up",
                "a/../../up",
                "a/..",
                ".",
                "..",
                "./a",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "C:/a",
                "a\u0000b",
                "a\nb"
            })
    void artifactPath_thatIsNotPlain_isRefused(String path) {
        assertThat(failed(runs.run(one(new Log("artifact", path)))).message())
                .isEqualTo("[RUN_BAD_ARTIFACT_PATH] step \"step\" keeps an artifact at \"" + path
                        + "\". Give a plain relative path such as \"plots/loss.svg\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.txt", "fold[3]/plot (1).svg", "..a", "a..", "...", ".hidden", "ş/ı"})
    void artifactPath_thatIsPlain_isKept(String path) {
        runs.run(one(new Log("artifact", path)));

        assertThat(runs.tracker().artifacts(runs.lastRun())).containsKey(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a=b", "a\tb"})
    void metricName_thatIsNotPlain_isRefused(String name) {
        assertThat(failed(runs.run(one(new Log("metric", name)))).message())
                .isEqualTo("[RUN_BAD_LOG_NAME] step \"step\" logs the metric \"" + name
                        + "\". A name consists of letters, digits, spaces and _ - . / :");
    }

    @Test
    void failures_aThousandAtOnce_keepTheReportReadable() {
        Pipeline<String> pipeline = Pipeline.define("many", p -> {
            Node<String> say = p.add("say", new Say("text"), Steps.KEYED);
            for (int i = 0; i < 1000; i++) {
                say.then("fail-" + i, new Fail("reason\n" + "x".repeat(1000) + i))
                        .then("after-" + i, new Append("!"));
            }
            return say;
        });

        RunReport<String> report = runs.run(pipeline);

        String text = report.toString();
        assertThat(report.steps()).hasSize(2001);
        assertThat(text)
                .contains("\nand 990 more\nNot done: fail-0, after-0, fail-1, ")
                .endsWith("after-9, and 1980 more. Mend the cause and run again: finished steps come from the cache.");
        assertThat(text.length()).isLessThan(200_000);
        assertThat(text.lines().filter(line -> line.startsWith("  fail-")).count())
                .isEqualTo(1000);
    }

    @Test
    void partOfAFailedStep_skipsItsTakers() {
        Pipeline<String> pipeline = Pipeline.define("parts", p -> {
            Node<Halves> halves = p.add("say", new Say("text"), Steps.KEYED)
                    .then("fail", new Fail("no"))
                    .then("halve", new Halve());
            return p.add("join", new Join("|"), halves.part("left", Halves::left), halves.part("right", Halves::right));
        });

        RunReport<String> report = runs.run(pipeline);

        assertThat(Outcome.letters(report)).isEqualTo("R F S S");
        assertThatThrownBy(() -> report.value("halve.left", String.class))
                .hasMessage("[RUN_NO_VALUE] step \"halve\" gave no value: step \"fail\" failed");
    }
}
