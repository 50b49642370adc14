package org.tributary.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tributary.tracking.RunStatus;

/**
 * What one run did and gave.
 *
 * <p>Values are loaded from the cache when they are asked for, verified, and kept from then on. {@code toString} is a table for
 * people; if a step failed it ends with what did not run and how to resume. <b>Threads:</b> safe for several threads.
 *
 * @param <T> the type of the pipeline's result
 */
public interface RunReport<T> {

    /** The id of the run, as the tracker knows it where there is one. */
    String runId();

    /** How the run ended. */
    RunStatus status();

    /** The outcome of each step, in graph order; parts are no steps. */
    List<StepOutcome> steps();

    /**
     * The outcome of one step.
     *
     * @throws IllegalArgumentException if there is no such step; the message names those there are
     */
    StepOutcome step(String name);

    /**
     * The result of the pipeline.
     *
     * @throws org.tributary.pipeline.PipelineException if the step that gives it failed or was skipped; with the failure as
     *     its cause
     * @throws org.tributary.cache.DamagedValueException if the stored value is damaged
     */
    T value();

    /**
     * The value of a step, or of a part such as {@code split.train}.
     *
     * @throws IllegalArgumentException if there is no such step, or its value is of another type
     * @throws org.tributary.pipeline.PipelineException if the step gave no value
     * @throws org.tributary.cache.DamagedValueException if the stored value is damaged
     */
    <V> V value(String step, Class<V> type);

    /** The final figure of each metric by name, sorted; those of cached steps too. */
    Map<String, Double> metrics();

    /** What the run and its steps warned of, in order. */
    List<String> warnings();

    /** How long the run took. */
    Duration time();

    /**
     * This report, if every step ran or was cached.
     *
     * @throws org.tributary.pipeline.PipelineException otherwise, with the table as its message and the first failure as its
     *     cause
     */
    RunReport<T> orThrow();
}
