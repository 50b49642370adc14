package org.tributary.pipeline;

/**
 * A step with two inputs; for the rest a {@link Step}.
 *
 * @param <A> the type of the first input
 * @param <B> the type of the second input
 * @param <O> the type of the value
 */
@FunctionalInterface
public interface BiStep<A, B, O> extends External {

    /**
     * Computes the value.
     *
     * @param first the first input, not to be changed
     * @param second the second input, not to be changed
     * @param context where to log metrics, params and artifacts of this attempt; not to be kept
     * @return the value, never null and not changed afterwards
     * @throws Exception any exception fails this step; {@link InterruptedException} cancels it
     */
    O run(A first, B second, StepContext context) throws Exception;
}
