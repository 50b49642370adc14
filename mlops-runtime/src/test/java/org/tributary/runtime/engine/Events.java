package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** A listener that writes down what it hears. */
final class Events implements RunListener {

    private final List<String> started = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    @Override
    public synchronized void onRunStarted(String runId, Pipeline<?> pipeline) {
        all.add("start " + pipeline.name());
    }

    @Override
    public synchronized void onStepStarted(String step) {
        started.add(step);
        all.add("started " + step);
    }

    @Override
    public synchronized void onProgress(String step, long done, long total) {
        all.add("progress " + step + " " + done + "/" + total);
    }

    @Override
    public synchronized void onStepFinished(StepOutcome outcome) {
        finished.add(Outcome.of(outcome));
        all.add("finished " + outcome.step());
    }

    @Override
    public synchronized void onWarning(String message) {
        warnings.add(message);
    }

    @Override
    public synchronized void onRunFinished(RunReport<?> report) {
        all.add("end " + report.status());
    }

    /** The steps that were computed since the last call, sorted. */
    synchronized List<String> computed() {
        List<String> taken = started.stream().sorted().toList();
        started.clear();
        return taken;
    }

    synchronized List<String> finished() {
        return List.copyOf(finished);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }
}
