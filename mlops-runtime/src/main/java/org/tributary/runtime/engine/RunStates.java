package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.runtime.engine.StepPlan.InputPlan;

/**
 * How the steps of a run ended.
 *
 * @param graph the steps
 * @param byPosition their states, as the graph counts them
 * @param inOrder the states to tell of: the steps in graph order, those of a map's elements before the map
 */
record RunStates(StepGraph graph, List<StepState> byPosition, List<StepState> inOrder) {

    /**
     * The states of a run that is over.
     *
     * @param roots how many steps the pipeline itself has; they come first
     */
    static RunStates of(StepGraph graph, List<StepState> byPosition, int roots) {
        List<StepState> inOrder = new ArrayList<>(byPosition.size());
        for (int i = 0; i < roots; i++) {
            collect(byPosition.get(i), byPosition, inOrder);
        }
        return new RunStates(graph, byPosition, List.copyOf(inOrder));
    }

    private static void collect(StepState state, List<StepState> byPosition, List<StepState> inOrder) {
        for (List<Integer> element : state.elements()) {
            element.forEach(member -> collect(byPosition.get(member), byPosition, inOrder));
        }
        inOrder.add(state);
    }

    /** The state of a step, by its name; empty for the name of a part. */
    Optional<StepState> step(String name) {
        return graph.source(name).filter(source -> source.component().isEmpty()).map(this::of);
    }

    StepState of(InputPlan source) {
        return byPosition.get(source.producer());
    }
}
