package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.engine.StepPlan.InputPlan;

/**
 * A pipeline prepared for running: its steps by position, checked and with the fixed parts of their keys.
 *
 * @param pipeline what is run
 * @param steps the steps in graph order
 * @param positions the position of the step behind each node, parts included, by the node's name
 */
record RunPlan(Pipeline<?> pipeline, List<StepPlan> steps, Map<String, Integer> positions) {

    /** The position of a step by its name. */
    Optional<Integer> position(String step) {
        return Optional.ofNullable(positions.get(step))
                .filter(index -> steps.get(index).name().equals(step));
    }

    /** Where the value of a node comes from. */
    InputPlan source(Node<?> node) {
        return source(node, positions);
    }

    static InputPlan source(Node<?> node, Map<String, Integer> positions) {
        int producer = position(node, positions);
        return new InputPlan(node.name(), producer, node.component());
    }

    private static int position(Node<?> node, Map<String, Integer> positions) {
        return Objects.requireNonNull(positions.get(node.name()), node.name());
    }

    /** The positions that nodes of a pipeline have: a part has that of its whole. */
    static Map<String, Integer> positions(Pipeline<?> pipeline) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        int next = 0;
        for (Node<?> node : pipeline.nodes()) {
            boolean part = node.component().isPresent();
            positions.put(node.name(), part ? position(node.inputs().get(0), positions) : next++);
        }
        return positions;
    }

    /** For each position the steps that take its value, each once, in graph order. */
    static Map<Integer, List<Integer>> consumers(List<Node<?>> steps, Map<String, Integer> positions) {
        Map<Integer, List<Integer>> consumers = new HashMap<>();
        for (Node<?> step : steps) {
            int consumer = position(step, positions);
            step.inputs().stream()
                    .map(input -> positions.get(input.name()))
                    .distinct()
                    .forEach(producer -> consumers
                            .computeIfAbsent(producer, key -> new ArrayList<>())
                            .add(consumer));
        }
        return consumers;
    }
}
