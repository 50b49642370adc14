package org.tributary.pipeline;

import java.util.List;

/**
 * A user's mistake in a pipeline, its settings or its data, told so that it can be mended.
 *
 * <p>The message makes sense without the cause: an id in brackets, the rule with the offending name and value, the place, and
 * what to do. It holds no secrets and is printed without a stack trace.
 */
public final class PipelineException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 100;

    /**
     * A mistake that no other exception caused.
     *
     * @param message the whole text for the user
     */
    public PipelineException(String message) {
        super(message);
    }

    /**
     * A mistake that showed as another exception.
     *
     * @param message the whole text for the user
     * @param cause what was caught
     */
    public PipelineException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Several mistakes, told at once: each on lines of its own with its number, below a line that counts them. Of more than
     * 100 the first 100 are told.
     *
     * @param place what they are in, such as {@code pipeline "penguins"}; not said if there is one mistake only
     * @param messages the texts for the user, at least one
     */
    public static PipelineException ofAll(String place, List<String> messages) {
        if (messages.size() == 1) {
            return new PipelineException(messages.get(0));
        }
        StringBuilder text = new StringBuilder(messages.size() + " errors in " + place + ":");
        int told = Math.min(messages.size(), MOST_TOLD);
        for (int i = 0; i < told; i++) {
            text.append('\n').append(i + 1).append(") ").append(messages.get(i));
        }
        if (messages.size() > told) {
            text.append("\nand ").append(messages.size() - told).append(" more.");
        }
        return new PipelineException(text.toString());
    }
}
