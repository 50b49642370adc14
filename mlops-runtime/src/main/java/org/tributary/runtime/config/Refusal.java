package org.tributary.runtime.config;

import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** Says why a record or a step did not take a value, in the words of the exception. */
final class Refusal {

    private static final int LONGEST = 500;

    private Refusal() {}

    static String text(@Nullable Throwable cause, Environment environment) {
        String message = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
        boolean named = cause instanceof PipelineException || cause instanceof IllegalArgumentException;
        String text = named || cause == null ? message : cause.getClass().getSimpleName() + ": " + message;
        String shown = Shown.cut(environment.redact(text), LONGEST);
        return "the value is refused: " + shown + (shown.endsWith(".") ? "" : ".");
    }
}
