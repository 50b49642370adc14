package org.tributary.runtime.picture;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tributary.run.StepOutcome;

/**
 * How a step ended, or all elements of a map that ran it.
 *
 * @param look what it looks like: the worst, if there are several
 * @param text the outcome in words, short
 * @param notes reasons and messages
 */
record StepState(Look look, String text, List<String> notes) {

    private static final int MOST_NOTES = 5;
    private static final List<Look> IN_TEXT = List.of(Look.RAN, Look.CACHED, Look.FAILED, Look.SKIPPED);

    /** The looks, worst first. */
    enum Look {
        FAILED("\u2716"),
        SKIPPED("\u2013"),
        RAN("\u2714"),
        CACHED("\u21bb");

        private final String sign;

        Look(String sign) {
            this.sign = sign;
        }

        /** A character that tells it from the others without colours. */
        String sign() {
            return sign;
        }

        /** The name in style sheets. */
        String style() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Look of(StepOutcome outcome) {
            return outcome.fold(ran -> RAN, cached -> CACHED, failed -> FAILED, skipped -> SKIPPED);
        }
    }

    /** Copies. */
    StepState {
        notes = List.copyOf(notes);
    }

    /** The state of a step that runs once. */
    static StepState of(StepOutcome outcome) {
        Look look = Look.of(outcome);
        return new StepState(look, look + time(outcome), outcome.reason().isEmpty() ? List.of() : notes(outcome));
    }

    /** The state of a step that runs once an element: how many ended how, and the sum of their times. */
    static StepState of(List<StepOutcome> outcomes) {
        Map<Look, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(Look::of, () -> new EnumMap<>(Look.class), Collectors.counting()));
        Look worst = counts.keySet().iterator().next();
        String text = IN_TEXT.stream()
                .filter(counts::containsKey)
                .map(look -> counts.get(look) + " " + look)
                .collect(Collectors.joining(", "));
        Duration sum = outcomes.stream().map(StepOutcome::time).reduce(Duration.ZERO, Duration::plus);
        return new StepState(worst, sum.isZero() ? text : text + ", " + TimeText.of(sum), elementNotes(outcomes));
    }

    private static String time(StepOutcome outcome) {
        return outcome.time().isZero() ? "" : " " + TimeText.of(outcome.time());
    }

    private static List<String> notes(StepOutcome outcome) {
        return List.of(outcome.reason());
    }

    private static List<String> elementNotes(List<StepOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.reason().isEmpty())
                .sorted(Comparator.comparing(Look::of))
                .limit(MOST_NOTES)
                .map(outcome -> outcome.step() + ": " + outcome.word() + ", " + outcome.reason())
                .toList();
    }
}
