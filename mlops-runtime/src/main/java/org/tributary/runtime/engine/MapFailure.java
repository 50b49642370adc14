package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.StepPlan.InputPlan;

/** Says which elements of a map gave no result. */
final class MapFailure {

    private static final int MOST_NAMES = 20;

    private MapFailure() {}

    /** The outcome of a map whose elements have all ended. */
    static StepOutcome.Failed of(StepState map, List<StepState> steps) {
        List<StepState> lost = map.plan().inputs().stream()
                .map(InputPlan::producer)
                .map(steps::get)
                .filter(result -> !result.hasValue())
                .toList();
        String name = map.plan().name();
        String text = "[MAP_ELEMENTS_FAILED] " + lost.size() + " of "
                + map.plan().inputs().size()
                + " elements of map \"" + name + "\" gave no result: " + names(lost, name)
                + ". Mend the causes and run again: finished elements come from the cache.";
        Optional<Throwable> cause = cause(map, steps);
        PipelineException failure =
                cause.map(first -> new PipelineException(text, first)).orElseGet(() -> new PipelineException(text));
        return new StepOutcome.Failed(name, failure, 1, Duration.ZERO);
    }

    private static String names(List<StepState> lost, String map) {
        String names = lost.stream()
                .limit(MOST_NAMES)
                .map(result -> map + result.plan().name().substring(map.length(), end(result, map)))
                .collect(Collectors.joining(", "));
        return lost.size() > MOST_NAMES ? names + " and " + (lost.size() - MOST_NAMES) + " more" : names;
    }

    private static int end(StepState result, String map) {
        return result.plan().name().indexOf(']', map.length()) + 1;
    }

    private static Optional<Throwable> cause(StepState map, List<StepState> steps) {
        return map.elements().stream()
                .flatMap(List::stream)
                .map(steps::get)
                .map(StepState::outcome)
                .filter(StepOutcome.Failed.class::isInstance)
                .map(outcome -> ((StepOutcome.Failed) outcome).cause())
                .findFirst();
    }
}
