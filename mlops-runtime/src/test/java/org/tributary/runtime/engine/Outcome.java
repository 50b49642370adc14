package org.tributary.runtime.engine;

import java.util.List;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** Outcomes as short texts without times. */
final class Outcome {

    private Outcome() {}

    static List<String> all(RunReport<?> report) {
        return report.steps().stream().map(Outcome::of).toList();
    }

    static String of(StepOutcome outcome) {
        return outcome.step() + " "
                + outcome.<String>fold(
                        ran -> "RAN" + ran.reasons(),
                        cached -> "CACHED",
                        failed -> "FAILED[" + failed.message() + "]",
                        skipped -> "SKIPPED[" + skipped.because() + "]");
    }

    /** One word an outcome, such as {@code R C F S}, in graph order. */
    static String letters(RunReport<?> report) {
        return String.join(
                " ",
                report.steps().stream()
                        .map(outcome -> outcome.<String>fold(ran -> "R", cached -> "C", failed -> "F", skipped -> "S"))
                        .toList());
    }

    /** The names of the steps that were computed, in graph order. */
    static List<String> ran(RunReport<?> report) {
        return report.steps().stream()
                .filter(StepOutcome.Ran.class::isInstance)
                .map(StepOutcome::step)
                .toList();
    }
}
