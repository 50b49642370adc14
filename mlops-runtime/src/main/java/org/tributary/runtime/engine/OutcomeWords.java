package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.tributary.run.Reason;
import org.tributary.run.StepOutcome;

/** Outcomes in words, the same in tables, tags and documents. */
final class OutcomeWords {

    private static final int SHOWN_REASONS = 3;

    private OutcomeWords() {}

    /** {@code RAN}, {@code CACHED}, {@code FAILED} or {@code SKIPPED}. */
    static String name(StepOutcome outcome) {
        return outcome.fold(ran -> "RAN", cached -> "CACHED", failed -> "FAILED", skipped -> "SKIPPED");
    }

    /** Why, on one line; empty for a cached step. */
    static String reason(StepOutcome outcome) {
        return outcome.fold(
                ran -> reasons(ran.reasons()),
                cached -> "",
                failed -> firstLine(failed.message()),
                skipped -> skipped.because());
    }

    /** How long it took in this run. */
    static Duration time(StepOutcome outcome) {
        return outcome.fold(
                StepOutcome.Ran::time, cached -> Duration.ZERO, StepOutcome.Failed::time, skipped -> Duration.ZERO);
    }

    private static String reasons(List<Reason> reasons) {
        String text =
                reasons.stream().limit(SHOWN_REASONS).map(Reason::toString).collect(Collectors.joining(", "));
        return reasons.size() > SHOWN_REASONS ? text + " and " + (reasons.size() - SHOWN_REASONS) + " more" : text;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
