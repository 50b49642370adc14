package org.tributary.pipeline;

/**
 * A step without input: gives a value from files, a database or a generator.
 *
 * <p>Must give the same value for the same settings and the same {@linkplain #inputs() external data}. A source that names no
 * external data is not cached, unless its {@link StepOptions} give extra key parts or a maximum age. <b>Threads, nulls and
 * failure:</b> as for {@link Step}.
 *
 * @param <O> the type of the value
 */
@FunctionalInterface
public interface Source<O> extends External {

    /**
     * Gives the value.
     *
     * @param context where to log metrics, params and artifacts of this attempt; not to be kept
     * @return the value, never null and not changed afterwards
     * @throws Exception any exception fails this step; {@link InterruptedException} cancels it
     */
    O run(StepContext context) throws Exception;
}
