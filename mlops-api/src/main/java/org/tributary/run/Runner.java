package org.tributary.run;

import java.util.List;
import org.tributary.pipeline.Pipeline;

/**
 * Runs pipelines: decides for each step whether its stored value holds, computes what is missing, and reports.
 *
 * <p><b>Threads:</b> safe for concurrent calls; two runs never share a {@code StepContext}.
 */
public interface Runner {

    /**
     * Runs a pipeline with default options; see the other form.
     */
    default <T> RunReport<T> run(Pipeline<T> pipeline) {
        return run(pipeline, RunOptions.defaults());
    }

    /**
     * Runs a pipeline and blocks until each step is done, skipped or failed and every value is durable.
     *
     * <p>Throws nothing for a failing step: read the report. If the calling thread is interrupted, running steps are cancelled,
     * the report says KILLED, and the thread's interrupt flag is set again.
     *
     * @throws org.tributary.pipeline.PipelineException if the pipeline cannot be run at all, before any step has started: a
     *     type without codec, an unknown step in the options
     */
    <T> RunReport<T> run(Pipeline<T> pipeline, RunOptions options);

    /** Forecasts a run with default options; see the other form. */
    default List<Forecast> explain(Pipeline<?> pipeline) {
        return explain(pipeline, RunOptions.defaults());
    }

    /**
     * Forecasts for each step, in graph order, what a run would do now, without running anything.
     *
     * @throws org.tributary.pipeline.PipelineException as {@link #run(Pipeline, RunOptions)}
     */
    List<Forecast> explain(Pipeline<?> pipeline, RunOptions options);
}
