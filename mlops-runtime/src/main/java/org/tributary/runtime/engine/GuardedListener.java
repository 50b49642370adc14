package org.tributary.runtime.engine;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** Tells several listeners, and keeps their faults away from the run. */
record GuardedListener(List<RunListener> listeners) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    GuardedListener {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void onRunStarted(String runId, Pipeline<?> pipeline) {
        each(listener -> listener.onRunStarted(runId, pipeline));
    }

    @Override
    public void onStepStarted(String step) {
        each(listener -> listener.onStepStarted(step));
    }

    @Override
    public void onProgress(String step, long done, long total) {
        each(listener -> listener.onProgress(step, done, total));
    }

    @Override
    public void onStepFinished(StepOutcome outcome) {
        each(listener -> listener.onStepFinished(outcome));
    }

    @Override
    public void onWarning(String message) {
        each(listener -> listener.onWarning(message));
    }

    @Override
    public void onRunFinished(RunReport<?> report) {
        each(listener -> listener.onRunFinished(report));
    }

    private void each(Consumer<RunListener> call) {
        for (RunListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn(
                        "the listener {} failed and is ignored",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
