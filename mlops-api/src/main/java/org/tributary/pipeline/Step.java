package org.tributary.pipeline;

/**
 * One named unit of work in a {@link Pipeline}: takes one value, gives one value.
 *
 * <p>A step is a record: its components are its settings, its class is its code, and both are part of its cache key. It must
 * give the same result for the same input and settings; if it cannot, turn its cache off in {@link StepOptions}, or a stale
 * result may be reused.
 *
 * <p><b>Threads:</b> one instance may be run by several runs at once; keep no mutable state, and never change the input.
 * <b>Nulls:</b> neither argument nor result may be null. <b>Failure:</b> any exception ends this step as failed and skips the
 * steps that need it; {@link InterruptedException} cancels it. <b>Limits of the key:</b> code that is reached by reflection
 * only, native code and services are not seen; name their version with {@link StepOptions#withKeyPart}.
 *
 * <pre>{@code
 * record Shorten(int length) implements Step<String, String> {
 *     public String run(String text, StepContext context) {
 *         return text.substring(0, Math.min(length, text.length()));
 *     }
 * }
 * }</pre>
 *
 * @param <I> the type of the input
 * @param <O> the type of the value
 */
@FunctionalInterface
public interface Step<I, O> extends External {

    /**
     * Computes the value.
     *
     * @param input the value of the step before; shared with other steps, so it must not be changed
     * @param context where to log metrics, params and artifacts of this attempt; not to be kept
     * @return the value, never null and not changed afterwards
     * @throws Exception any exception fails this step; {@link InterruptedException} cancels it
     */
    O run(I input, StepContext context) throws Exception;
}
