package org.tributary.cache;

/**
 * A stored value turned out to be damaged after its run had ended.
 *
 * <p>The damaged entry was set aside, so running the pipeline again computes the value anew.
 */
public final class DamagedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the step whose value is damaged.
     *
     * @param step the step that gave the value
     * @param cause what was found
     */
    public DamagedValueException(String step, Throwable cause) {
        super(
                "[CACHE_DAMAGED_VALUE] the stored value of step \"" + step + "\" is damaged: " + cause.getMessage()
                        + ". It was set aside; run the pipeline again to compute it anew.",
                cause);
    }
}
