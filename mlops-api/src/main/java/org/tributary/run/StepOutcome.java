package org.tributary.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How one step ended in one run. <b>Threads:</b> immutable. */
public sealed interface StepOutcome {

    /** The name of the step. */
    String step();

    /** How long the step took in this run; zero if it did not run. */
    default Duration time() {
        return Duration.ZERO;
    }

    /** The outcome in one word: {@code RAN}, {@code CACHED}, {@code FAILED} or {@code SKIPPED}. */
    default String word() {
        return fold(ran -> "RAN", cached -> "CACHED", failed -> "FAILED", skipped -> "SKIPPED");
    }

    /**
     * Why it ended so, on one line with the first reasons of many; of the message of a failure at most the first 1,000
     * characters; empty for a cached step.
     */
    default String reason() {
        return fold(
                ran -> Reason.join(ran.reasons()),
                cached -> "",
                failed -> firstLine(failed.message()),
                Skipped::because);
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 1_000 ? line : line.substring(0, 997) + "...";
    }

    /** Gives what the function for this outcome gives. */
    default <R> R fold(
            Function<? super Ran, ? extends R> ran,
            Function<? super Cached, ? extends R> cached,
            Function<? super Failed, ? extends R> failed,
            Function<? super Skipped, ? extends R> skipped) {
        if (this instanceof Ran outcome) {
            return ran.apply(outcome);
        }
        if (this instanceof Cached outcome) {
            return cached.apply(outcome);
        }
        return this instanceof Failed outcome ? failed.apply(outcome) : skipped.apply((Skipped) this);
    }

    /**
     * The step was computed.
     *
     * @param step its name
     * @param reasons why it was not taken from the cache, at least one
     * @param time how long the successful attempt took
     * @param bytes the size of its encoded value; 0 if it has no codec
     */
    record Ran(String step, List<Reason> reasons, Duration time, long bytes) implements StepOutcome {

        /** Copies. */
        public Ran {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(time, "time");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The value came from the cache.
     *
     * @param step its name
     * @param saved how long the step took when it was computed
     * @param bytes the size of its encoded value
     */
    record Cached(String step, Duration saved, long bytes) implements StepOutcome {

        /** Checks for nulls. */
        public Cached {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(saved, "saved");
        }
    }

    /**
     * The step failed, was cancelled, or its value was refused.
     *
     * @param step its name
     * @param cause what the last attempt threw
     * @param attempts how often it was tried
     * @param time how long the last attempt took
     */
    record Failed(String step, Throwable cause, int attempts, Duration time) implements StepOutcome {

        /** Checks for nulls. */
        public Failed {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(time, "time");
        }

        /**
         * What to tell the user: the message of the cause, with its type where a message alone would not do; its type and
         * place if it has no message.
         */
        public String message() {
            String text = text(cause);
            if (text.isBlank()) {
                return cause.getClass().getName() + " without a message" + place(cause.getStackTrace());
            }
            return text.startsWith("[") ? text : cause.getClass().getSimpleName() + ": " + text;
        }

        // An exception of a user's own may fail to give its message, and is reported all the same.
        private static String text(Throwable cause) {
            try {
                return Objects.requireNonNullElse(cause.getMessage(), "");
            } catch (RuntimeException | StackOverflowError e) {
                return "";
            }
        }

        // The innermost line that is not the JDK's, which is where the user looks first.
        private static String place(StackTraceElement[] stack) {
            return Arrays.stream(stack)
                    .filter(frame -> !frame.getClassName().startsWith("java."))
                    .findFirst()
                    .map(frame -> ", thrown at "
                            + Objects.requireNonNullElse(frame.getFileName(), frame.getClassName()) + ":"
                            + frame.getLineNumber())
                    .orElse("");
        }
    }

    /**
     * The step did not run because a step that it needs gave no value, or the run was cancelled first.
     *
     * @param step its name
     * @param because what kept it from running, such as {@code step "train" failed}
     */
    record Skipped(String step, String because) implements StepOutcome {

        /** Checks for nulls. */
        public Skipped {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(because, "because");
        }
    }
}
