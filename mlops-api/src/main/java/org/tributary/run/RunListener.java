package org.tributary.run;

import org.tributary.pipeline.Pipeline;

/**
 * Hears what happens during a run, for consoles and monitoring.
 *
 * <p>Calls for one step come in order; those for different steps may come from several threads at once. A listener must be
 * quick; what it throws becomes a warning of the run. All methods do nothing by default.
 */
public interface RunListener {

    /** The run starts. */
    default void onRunStarted(String runId, Pipeline<?> pipeline) {}

    /** A step is about to be computed; not called for cached and skipped steps. */
    default void onStepStarted(String step) {}

    /**
     * A step told how far it is.
     *
     * @param total all units, or negative if unknown
     */
    default void onProgress(String step, long done, long total) {}

    /** A step has ended. A computed, cacheable value is durable by now: no later run computes it again. */
    default void onStepFinished(StepOutcome outcome) {}

    /** Something odd that fails nothing. */
    default void onWarning(String message) {}

    /** The run has ended; its values are durable. */
    default void onRunFinished(RunReport<?> report) {}
}
