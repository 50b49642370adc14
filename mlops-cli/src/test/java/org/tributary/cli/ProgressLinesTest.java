package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Reason;
import org.tributary.run.RunListener;
import org.tributary.run.StepOutcome;

/** The lines for people, with and without one who watches. */
class ProgressLinesTest {

    private static final Pipeline<String> PIPELINE = Pipeline.define(
            "words", p -> p.add("word", new TestSteps.Word("ab")).then("loudly", new TestSteps.Shout(2)));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private RunListener lines(boolean isLive) {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressLines(new Terminal(err, err, isLive));
    }

    private void tell(RunListener lines) {
        lines.onRunStarted("1", PIPELINE);
        lines.onStepFinished(new StepOutcome.Cached("word", Duration.ofSeconds(3), 10));
        lines.onStepStarted("loudly");
        lines.onProgress("loudly", 7, -1);
        lines.onProgress("loudly", 7, 20);
        lines.onWarning("odd");
        lines.onStepFinished(
                new StepOutcome.Ran("loudly", List.of(Reason.of(Reason.Kind.FORCED)), Duration.ofMillis(12_345), 10));
    }

    @Test
    void lines_notATerminal_arePlain() {
        tell(lines(false));
        assertThat(printed()).isEqualTo("  word    CACHED\nwarning: odd\n  loudly  RAN        12.3 s  forced\n");
    }

    @Test
    void lines_terminal_areOverwrittenInPlace() {
        tell(lines(true));
        assertThat(printed())
                .isEqualTo("\r\033[K  word    CACHED\n"
                        + "\r\033[K  loudly  ..."
                        + "\r\033[K  loudly  ...                7"
                        + "\r\033[K  loudly  ...                7 of 20"
                        + "\r\033[Kwarning: odd\n"
                        + "\r\033[K  loudly  RAN        12.3 s  forced\n");
    }
}
