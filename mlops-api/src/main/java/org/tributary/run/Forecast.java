package org.tributary.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a runner expects of one step: taken from the cache (HIT), computed (MISS, with reasons), or not known yet (OPEN), because
 * it depends on the value of a step that must be computed first.
 *
 * @param step the name of the step
 * @param reasons why it must run; empty for HIT and OPEN
 * @param after the steps whose values decide; empty for HIT and MISS
 */
public record Forecast(String step, List<Reason> reasons, List<String> after) {

    /** Copies; at most one of the lists holds something. */
    public Forecast {
        Objects.requireNonNull(step, "step");
        reasons = List.copyOf(reasons);
        after = List.copyOf(after);
        if (!reasons.isEmpty() && !after.isEmpty()) {
            throw new IllegalArgumentException("a forecast is either a miss or open: " + reasons + ", " + after);
        }
    }

    /** The value will come from the cache. */
    public static Forecast hit(String step) {
        return new Forecast(step, List.of(), List.of());
    }

    /** The step will be computed, for at least one reason. */
    public static Forecast miss(String step, List<Reason> reasons) {
        return new Forecast(step, requireSome("reason", reasons), List.of());
    }

    /** It depends on what at least one other step gives. */
    public static Forecast open(String step, List<String> after) {
        return new Forecast(step, List.of(), requireSome("step to wait for", after));
    }

    private static <E> List<E> requireSome(String what, List<E> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("at least one " + what + " is needed");
        }
        return list;
    }

    /**
     * Gives what the function for this answer gives.
     *
     * @param hit called with the step's name
     * @param miss called with the reasons
     * @param open called with the steps that decide
     */
    public <R> R fold(
            Function<? super String, ? extends R> hit,
            Function<? super List<Reason>, ? extends R> miss,
            Function<? super List<String>, ? extends R> open) {
        if (!reasons.isEmpty()) {
            return miss.apply(reasons);
        }
        return after.isEmpty() ? hit.apply(step) : open.apply(after);
    }

    /** The answer in words, with the first reasons of many: {@code train: MISS(setting epochs 50 -> 7)}. */
    @Override
    public String toString() {
        return step + ": "
                + this.<String>fold(
                        name -> "HIT",
                        why -> "MISS(" + Reason.join(why) + ")",
                        steps -> "OPEN(after " + String.join(", ", steps) + ")");
    }
}
