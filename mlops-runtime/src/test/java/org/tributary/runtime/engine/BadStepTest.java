package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.cache.Codec;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

/** Steps that do what no step should: the report stays short and says which one it was. */
final class BadStepTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void prepare() {
        runs = new Runs(folder);
    }

    /** An exception that cannot be asked anything. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }
    }

    /** Throws what its setting says. */
    record Throwing(String kind) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            switch (kind) {
                case "no-message" -> throw new IllegalStateException();
                case "blank-message" -> throw new IllegalStateException(" \n ");
                case "mute" -> throw new Mute();
                case "many-lines" -> throw new IllegalStateException("line\n".repeat(10_000));
                case "one-megabyte" -> throw new IllegalStateException("x".repeat(1 << 20));
                case "missing-class" -> throw new NoClassDefFoundError("acme/Missing");
                case "linkage" -> throw new LinkageError("loader 'app' wants acme.Twice twice");
                case "deep" -> {
                    return run(text, context) + text;
                }
                default -> throw new OutOfMemoryError("Java heap space");
            }
        }
    }

    private static Pipeline<String> one(Step<String, String> step) {
        return Pipeline.define(
                "one",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then("step", step)
                        .then("after", new Append("!")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-message",
                "blank-message",
                "mute",
                "many-lines",
                "one-megabyte",
                "missing-class",
                "linkage",
                "deep",
                "memory"
            })
    void exception_ofAnyKind_isReportedShortlyWithItsStep(String kind) {
        RunReport<String> report = runs.run(one(new Throwing(kind)));

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.toString().length()).isLessThan(3_000);
        assertThat(report.step("step").reason().length()).isLessThanOrEqualTo(1_000);
        Golden.assertText("throws-" + kind, shortened(report.toString()));
    }

    /** Long runs of one letter, and of one line, in one. */
    private static String shortened(String text) {
        return text.replaceAll("x{80,}", "(many x)").replaceAll("(line\n){20,}", "(many lines)\n");
    }

    /** A value without a form of its own. */
    static final class Opaque {}

    record GiveOpaque() implements Step<String, Opaque> {
        @Override
        public Opaque run(String text, StepContext context) {
            return new Opaque();
        }
    }

    /** A codec that fails without a word. */
    private static final class MuteCodec implements Codec<Opaque> {
        @Override
        public Class<Opaque> type() {
            return Opaque.class;
        }

        @Override
        public String format() {
            return "opaque/1";
        }

        @Override
        public void encode(Opaque value, OutputStream out) {
            throw new Mute();
        }

        @Override
        public Opaque decode(InputStream in) throws IOException {
            throw new IOException("never written");
        }
    }

    @Test
    void codec_thatFailsWithoutAWord_isNamedByItsStep() {
        Extension extension = new Extension() {
            @Override
            public List<Codec<?>> codecs() {
                return List.of(new MuteCodec());
            }
        };
        Pipeline<Opaque> pipeline = Pipeline.define(
                "one", p -> p.add("say", new Say("text"), Steps.KEYED).then("step", new GiveOpaque()));

        RunReport<Opaque> report = runs.builder().extension(extension).build().run(pipeline);

        Golden.assertText("unstorable-mute", ((StepOutcome.Failed) report.step("step")).message());
    }

    @Test
    void listener_thatFailsWithoutAWord_isAWarning() {
        RunListener mute = new RunListener() {
            @Override
            public void onStepStarted(String step) {
                throw new Mute();
            }
        };

        RunReport<String> report = runs.builder().listener(mute).build().run(one(new Append("?")));

        assertThat(report.value()).isEqualTo("text?!");
        assertThat(report.warnings())
                .containsExactly(
                        "[RUN_LISTENER_FAILED] the listener " + mute.getClass().getName()
                                + " failed, and its further faults are not told: " + Mute.class.getName());
    }

    @Test
    void thread_thatOutlivesItsStep_canLogNothing_andTakesNoName() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<List<String>> told = new CompletableFuture<>();
        Text leaving = new Text("leaving", (text, context) -> {
            new Thread(() -> {
                        FailureTest.await(over);
                        told.complete(List.of(
                                refusal(() -> context.metric("loss", 1)),
                                refusal(() -> context.artifact("loss.txt", new byte[1])),
                                refusal(() -> context.warn("late")),
                                refusal(() -> context.progress(1, 2))));
                    })
                    .start();
            return text;
        });
        Text logging = new Text("logging", (text, context) -> {
            over.countDown();
            assertThat(told.get()).hasSize(4);
            context.metric("loss", 2);
            context.artifact("loss.txt", new byte[2]);
            return text;
        });

        RunReport<String> report = runs.run(Pipeline.define("late", p -> {
            Node<String> say = p.add("say", new Say("text"), Steps.KEYED);
            return say.then("leaving", leaving).then("logging", logging);
        }));

        assertThat(report.status()).as(report.toString()).isEqualTo(RunStatus.FINISHED);
        assertThat(report.metrics()).containsOnly(Map.entry("loss", 2.0));
        assertThat(told.get()).allSatisfy(text -> Golden.assertText("context-closed", text));
    }

    private static String refusal(Runnable call) {
        try {
            call.run();
            return "accepted";
        } catch (PipelineException e) {
            return e.getMessage();
        }
    }

    @Test
    void step_thatInterruptsItself_harmsNobody() {
        Pipeline<String> pipeline = one(new Interrupting());

        RunReport<String> first = runs.builder().threads(1).build().run(pipeline);
        RunReport<String> second = runs.builder().threads(1).build().run(pipeline);

        assertThat(Outcome.all(first))
                .containsExactly("say RAN[never ran]", "step RAN[never ran]", "after RAN[never ran]");
        assertThat(first.warnings()).isEmpty();
        assertThat(Outcome.letters(second)).isEqualTo("C C C");
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Leaves its thread interrupted. */
    record Interrupting() implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            context.artifact("big.bin", new byte[100_000]);
            Thread.currentThread().interrupt();
            return text;
        }
    }

    @Test
    void warnings_byTheThousand_areCounted() {
        Text chatty = new Text("chatty", (text, context) -> {
            for (int i = 0; i < 1_000; i++) {
                context.warn("warning " + i + "\n" + "w".repeat(10_000));
            }
            return text;
        });

        RunReport<String> report = runs.run(one(chatty));

        assertThat(report.warnings()).hasSize(1_000);
        assertThat(report.toString().length()).isLessThan(100_000);
        assertThat(report.toString()).contains("warning: step: warning 49\n").endsWith("\nand 950 more");
    }
}
