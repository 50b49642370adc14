package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.run.Forecast;
import org.tributary.run.Reason;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.Results.LookUp;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepResult.Output;

/** Forecasts a run, step by step, without running anything. For one thread. */
final class Explainer {

    private final Keys keys;
    private final Optional<Results> results;
    private final RunOptions options;
    private final List<Optional<Output>> outputs = new ArrayList<>();

    Explainer(Keys keys, Optional<Results> results, RunOptions options) {
        this.keys = keys;
        this.results = results;
        this.options = options;
    }

    List<Forecast> explain(RunPlan plan) {
        return plan.steps().stream().map(this::forecast).toList();
    }

    private Forecast forecast(StepPlan step) {
        outputs.add(Optional.empty());
        if (results.isEmpty()) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.CACHE_OFF)));
        }
        if (step.fixed().value().isEmpty()) {
            return Forecast.miss(
                    step.name(),
                    List.of(Reason.of(Reason.Kind.NOT_CACHEABLE, step.fixed().reason())));
        }
        if (options.force().contains(step.name())) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.FORCED)));
        }
        List<String> open = step.inputs().stream()
                .filter(input -> digest(input).isEmpty())
                .map(InputPlan::name)
                .toList();
        return open.isEmpty() ? lookUp(step, results.get()) : Forecast.open(step.name(), open);
    }

    private Forecast lookUp(StepPlan step, Results stored) {
        StepKey key = keys.of(step, step.inputs().stream().map(this::digest).toList())
                .value()
                .orElseThrow();
        LookUp found = stored.find(key, step.node());
        if (found.result().isPresent()) {
            outputs.set(step.index(), found.result().map(StepResult::output));
            return Forecast.hit(step.name());
        }
        return Forecast.miss(
                step.name(), found.obstacle().map(List::of).orElseGet(() -> stored.reasons(key, step.name())));
    }

    private Optional<String> digest(InputPlan input) {
        return outputs.get(input.producer())
                .flatMap(output -> input.component().isEmpty()
                        ? Optional.of(output.root().digest())
                        : Optional.ofNullable(
                                output.parts().get(input.component().get())));
    }
}
