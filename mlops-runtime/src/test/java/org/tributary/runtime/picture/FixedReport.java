package org.tributary.runtime.picture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tributary.run.Reason;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.RunStatus;

/** The report of a run that never was. */
record FixedReport(RunStatus status, Duration time, List<StepOutcome> steps) implements RunReport<Object> {

    static FixedReport of(RunStatus status, StepOutcome... steps) {
        return new FixedReport(status, Duration.ofMillis(2_040), List.of(steps));
    }

    static StepOutcome ran(String step, long millis) {
        return new StepOutcome.Ran(step, List.of(Reason.of(Reason.Kind.NEVER_RAN)), Duration.ofMillis(millis), 10);
    }

    static StepOutcome cached(String step) {
        return new StepOutcome.Cached(step, Duration.ofSeconds(1), 10);
    }

    static StepOutcome failed(String step, String message) {
        return new StepOutcome.Failed(step, new IllegalStateException(message), 1, Duration.ofMillis(12));
    }

    static StepOutcome skipped(String step, String because) {
        return new StepOutcome.Skipped(step, because);
    }

    @Override
    public String runId() {
        return "run";
    }

    @Override
    public StepOutcome step(String name) {
        return steps.stream()
                .filter(outcome -> outcome.step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Object value() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V> V value(String step, Class<V> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public RunReport<Object> orThrow() {
        return this;
    }
}
