package org.tributary.runtime.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.run.Forecast;
import org.tributary.run.Reason;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.Results.LookUp;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepPlan.Kind;
import org.tributary.runtime.engine.StepTemplate.FixedKey;
import org.tributary.runtime.key.KeyPart;

/** Forecasts a run, step by step, without running anything. For one thread. */
final class Explainer {

    private final Keys keys;
    private final Optional<Results> results;
    private final RunOptions options;
    private final Encoding encoding;
    private final Elements elements;
    private final Map<Integer, HeldValue> values = new HashMap<>();
    private final List<Forecast> forecasts = new ArrayList<>();

    Explainer(RunnerParts parts, Planner planner, Optional<Results> results, RunOptions options) {
        this.keys = parts.keys();
        this.results = results;
        this.options = options;
        this.encoding = new Encoding(
                parts.forms(), ref -> results.orElseThrow().objects().read(ref), true);
        this.elements = parts.elements(encoding, planner);
    }

    List<Forecast> explain(RunPlan plan) {
        List.copyOf(plan.graph().steps()).forEach(step -> explain(step, plan.graph()));
        return forecasts;
    }

    private void explain(StepPlan step, StepGraph graph) {
        StepPlan known = step.kind() == Kind.MAP && open(step).isEmpty() ? expand(step, graph) : step;
        forecasts.add(forecast(known));
    }

    /** Forecasts the steps of each element of a map, and gives the map that takes their results. */
    private StepPlan expand(StepPlan map, StepGraph graph) {
        Optional<Object> list = list(map);
        if (list.isEmpty()) {
            return map;
        }
        List<StepGraph.Added> added = graph.add(map, elements.of(map, list.get()));
        for (StepGraph.Added element : added) {
            values.put(element.head().index(), element.element().value());
            element.steps().forEach(step -> explain(step, graph));
        }
        return map.gathering(added.stream().map(StepGraph.Added::result).toList());
    }

    // A list that cannot be read would be computed again by a run, so the map stays open.
    private Optional<Object> list(StepPlan map) {
        InputPlan input = map.inputs().get(0);
        try {
            HeldValue list = values.get(input.producer());
            return list == null ? Optional.empty() : Optional.of(list.get(input.component()));
        } catch (IOException damaged) {
            values.remove(input.producer());
            return Optional.empty();
        }
    }

    private Forecast forecast(StepPlan step) {
        if (results.isEmpty()) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.CACHE_OFF)));
        }
        KeyPart<FixedKey> fixed = step.fixed();
        List<String> open = open(step);
        if (fixed.value().isEmpty() && !(step.kind() == Kind.MAP && !open.isEmpty())) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.NOT_CACHEABLE, fixed.reason())));
        }
        if (step.isAmong(options.force())) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.FORCED)));
        }
        return open.isEmpty() ? lookUp(step, results.get()) : Forecast.open(step.name(), open);
    }

    private List<String> open(StepPlan step) {
        return step.inputs().stream()
                .filter(input -> !values.containsKey(input.producer()))
                .map(InputPlan::name)
                .toList();
    }

    private Forecast lookUp(StepPlan step, Results stored) {
        KeyPart<StepKey> part =
                keys.of(step, step.inputs().stream().map(this::digest).toList());
        if (part.value().isEmpty()) {
            return Forecast.miss(step.name(), List.of(Reason.of(Reason.Kind.NOT_CACHEABLE, part.reason())));
        }
        StepKey key = part.value().get();
        LookUp found = stored.find(key, step);
        if (found.result().isPresent()) {
            values.put(step.index(), stored(step, found.result().get()));
            return Forecast.hit(step.name());
        }
        return Forecast.miss(step.name(), found.reasons());
    }

    private HeldValue stored(StepPlan step, StepResult result) {
        return HeldValue.stored(step.form().orElseThrow(), result.output(), encoding.objects());
    }

    private Optional<String> digest(InputPlan input) {
        return Optional.ofNullable(values.get(input.producer())).flatMap(value -> value.digest(input.component()));
    }
}
