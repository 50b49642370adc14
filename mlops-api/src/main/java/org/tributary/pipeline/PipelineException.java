package org.tributary.pipeline;

/**
 * A user's mistake in a pipeline, its settings or its data, told so that it can be mended.
 *
 * <p>The message makes sense without the cause: an id in brackets, the rule with the offending name and value, the place, and
 * what to do. It holds no secrets and is printed without a stack trace.
 */
public final class PipelineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
}
