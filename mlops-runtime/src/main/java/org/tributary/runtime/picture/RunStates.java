package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** The outcomes of a run by step; those of a map's elements, such as {@code fold[3]/train}, together as {@code fold/train}. */
final class RunStates {

    private static final Pattern ELEMENT = Pattern.compile("\\[\\d+]/");

    private final Optional<String> outcome;
    private final Map<String, List<StepOutcome>> outcomes;

    private RunStates(Optional<String> outcome, Map<String, List<StepOutcome>> outcomes) {
        this.outcome = outcome;
        this.outcomes = outcomes;
    }

    static RunStates none() {
        return new RunStates(Optional.empty(), Map.of());
    }

    static RunStates of(RunReport<?> report) {
        Map<String, List<StepOutcome>> outcomes = new HashMap<>();
        for (StepOutcome step : report.steps()) {
            String path = ELEMENT.matcher(step.step()).replaceAll("/");
            outcomes.computeIfAbsent(path, unused -> new ArrayList<>(1)).add(step);
        }
        return new RunStates(Optional.of(report.status() + " in " + TimeText.of(report.time())), outcomes);
    }

    /** How the run ended, if there was one. */
    Optional<String> outcome() {
        return outcome;
    }

    /** How a step of the pipeline itself ended. */
    Optional<StepState> ofStep(String name) {
        return Optional.ofNullable(outcomes.get(name)).map(list -> StepState.of(list.get(0)));
    }

    /** How a step in the body of a map ended for its elements. */
    Optional<StepState> ofElements(String path) {
        return Optional.ofNullable(outcomes.get(path)).map(StepState::of);
    }
}
