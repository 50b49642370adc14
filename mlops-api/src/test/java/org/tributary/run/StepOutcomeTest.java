package org.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

final class StepOutcomeTest {

    private static final Duration TIME = Duration.ofMillis(7);

    @Test
    void fold_callsTheFunctionOfTheOutcome() {
        List<StepOutcome> outcomes = List.of(
                new StepOutcome.Ran("a", List.of(Reason.of(Reason.Kind.NEVER_RAN)), TIME, 3),
                new StepOutcome.Cached("b", TIME, 3),
                failed(new IllegalStateException("x")),
                new StepOutcome.Skipped("d", "step \"train\" failed"));

        assertThat(outcomes)
                .extracting(outcome -> outcome.<String>fold(
                        ran -> "ran " + ran.step() + ran.reasons(),
                        cached -> "cached " + cached.step(),
                        failure -> "failed " + failure.step() + failure.attempts(),
                        skipped -> "skipped " + skipped.step() + " " + skipped.because()))
                .containsExactly("ran a[never ran]", "cached b", "failed train2", "skipped d step \"train\" failed");
    }

    @Test
    void reasons_areCopied() {
        List<Reason> reasons = new ArrayList<>(List.of(Reason.of(Reason.Kind.FORCED)));
        StepOutcome.Ran ran = new StepOutcome.Ran("a", reasons, TIME, 0);
        reasons.clear();

        assertThat(ran.reasons()).hasSize(1);
    }

    @Test
    void message_ofAUsersMistake_isItsText() {
        assertThat(failed(new PipelineException("[CSV_NO_FILE] there is no file"))
                        .message())
                .isEqualTo("[CSV_NO_FILE] there is no file");
    }

    @Test
    void message_ofAnotherException_namesItsType() {
        assertThat(failed(new IllegalStateException("no connection")).message())
                .isEqualTo("IllegalStateException: no connection");
    }

    @Test
    void message_ofAnExceptionWithoutText_isItsClassAndPlace() {
        assertThat(failed(new NullPointerException()).message())
                .matches("java\\.lang\\.NullPointerException without a message, thrown at StepOutcomeTest\\.java:\\d+");
        assertThat(failed(new IllegalStateException("  ")).message())
                .matches(
                        "java\\.lang\\.IllegalStateException without a message, thrown at StepOutcomeTest\\.java:\\d+");
    }

    private static StepOutcome.Failed failed(Throwable cause) {
        return new StepOutcome.Failed("train", cause, 2, TIME);
    }

    @Test
    void message_ofAnExceptionThatFailsToGiveOne_isItsClassAndPlace() {
        RuntimeException mute = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        assertThat(failed(mute).message())
                .startsWith(mute.getClass().getName() + " without a message, thrown at StepOutcomeTest.java:");
    }

    @Test
    void message_ofAnExceptionWithoutTextAndStack_isItsClass() {
        IllegalStateException bare = new IllegalStateException();
        bare.setStackTrace(new StackTraceElement[0]);

        assertThat(failed(bare).message()).isEqualTo("java.lang.IllegalStateException without a message");
    }

    @Test
    void reason_ofALongLine_isCut() {
        assertThat(failed(new IllegalStateException("x".repeat(5_000))).reason())
                .hasSize(1_000)
                .endsWith("x...");
    }
}
