package org.tributary.runtime.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** Tells several listeners, and keeps their faults away from the run: the first of each is a warning. */
final class GuardedListener implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final List<RunListener> listeners;
    private final Consumer<String> warnings;
    private final Set<Integer> faulty = ConcurrentHashMap.newKeySet();

    GuardedListener(List<RunListener> listeners, Consumer<String> warnings) {
        this.listeners = List.copyOf(listeners);
        this.warnings = warnings;
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
        for (int i = 0; i < listeners.size(); i++) {
            try {
                call.accept(listeners.get(i));
            } catch (RuntimeException | Error e) {
                fault(i, e);
            }
        }
    }

    private void fault(int index, Throwable cause) {
        String name = listeners.get(index).getClass().getName();
        LOG.debug("the listener {} failed", name, cause);
        if (faulty.add(index)) {
            warnings.accept("[RUN_LISTENER_FAILED] the listener " + name
                    + " failed, and its further faults are not told: " + Causes.text(cause));
        }
    }
}
