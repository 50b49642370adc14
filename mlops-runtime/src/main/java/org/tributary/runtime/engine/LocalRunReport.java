package org.tributary.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tributary.cache.DamagedValueException;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.tracking.RunStatus;

/** The report of a run of this process: holds computed values, and loads stored ones. */
final class LocalRunReport<T> implements RunReport<T> {

    private final String runId;
    private final RunStatus status;
    private final Pipeline<T> pipeline;
    private final RunStates states;
    private final Optional<InputPlan> result;
    private final Warnings warnings;
    private final Duration time;

    LocalRunReport(
            String runId,
            RunStatus status,
            Pipeline<T> pipeline,
            RunStates states,
            Optional<InputPlan> result,
            Warnings warnings,
            Duration time) {
        this.runId = runId;
        this.status = status;
        this.pipeline = pipeline;
        this.states = states;
        this.result = result;
        this.warnings = warnings;
        this.time = time;
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public RunStatus status() {
        return status;
    }

    @Override
    public List<StepOutcome> steps() {
        return states.inOrder().stream().map(StepState::outcome).toList();
    }

    @Override
    public StepOutcome step(String name) {
        return states.step(name).map(StepState::outcome).orElseThrow(() -> unknown(name));
    }

    @Override
    @SuppressWarnings("unchecked") // javac checked the type of the result node when the pipeline was defined
    public T value() {
        return (T) load(result.orElseThrow(this::notAsked));
    }

    @Override
    public <V> V value(String step, Class<V> type) {
        Object value = load(states.graph().source(step).orElseThrow(() -> unknown(step)));
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "the value of \"" + step + "\" is a " + value.getClass().getName() + ", not a " + type.getName());
        }
        return type.cast(value);
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        for (StepState state : states.inOrder()) {
            String element = elementOf(state.plan().name());
            state.log().finals().forEach((name, value) -> metrics.put(element + name, value));
        }
        return Collections.unmodifiableMap(metrics);
    }

    /** What stands before the name of a step of a map's element: {@code fold[3]/} of {@code fold[3]/train}. */
    private static String elementOf(String step) {
        return step.substring(0, step.lastIndexOf('/') + 1);
    }

    @Override
    public List<String> warnings() {
        return warnings.all();
    }

    @Override
    public Duration time() {
        return time;
    }

    @Override
    public RunReport<T> orThrow() {
        if (status == RunStatus.FINISHED) {
            return this;
        }
        Throwable cause = steps().stream()
                .filter(StepOutcome.Failed.class::isInstance)
                .map(outcome -> ((StepOutcome.Failed) outcome).cause())
                .findFirst()
                .orElse(null);
        throw cause == null ? new PipelineException(toString()) : new PipelineException(toString(), cause);
    }

    @Override
    public String toString() {
        return ReportTable.of(pipeline.name(), this);
    }

    private Object load(InputPlan source) {
        StepState state = states.of(source);
        if (!state.hasValue()) {
            throw noValue(state);
        }
        try {
            return state.value().get(source.component());
        } catch (IOException e) {
            throw new DamagedValueException(state.plan().name(), e);
        }
    }

    private static PipelineException noValue(StepState state) {
        String start = "[RUN_NO_VALUE] step \"" + state.plan().name() + "\" gave no value: ";
        return state.outcome()
                .fold(
                        ran -> new PipelineException(start + "it ran"),
                        cached -> new PipelineException(start + "it was cached"),
                        failed -> new PipelineException(start + "it failed. " + failed.message(), failed.cause()),
                        skipped -> new PipelineException(start + skipped.because()));
    }

    private PipelineException notAsked() {
        return new PipelineException("[RUN_NO_VALUE] step \""
                + pipeline.result().name() + "\" gave no value: the run was asked for other steps only");
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("there is no step \"" + name + "\" in pipeline \"" + pipeline.name()
                + "\"; its values are " + states.graph().names());
    }
}
