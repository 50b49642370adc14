package org.tributary.runtime.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Graph;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.TriStep;

/** Builds the graph of steps whose edges were checked: what javac knows in Java code, the checks know here. */
final class Assembly {

    private final Graph graph;
    private final Map<String, Node<Object>> nodes = new HashMap<>();

    private Assembly(Graph graph) {
        this.graph = graph;
    }

    /**
     * Builds the pipeline.
     *
     * @param steps complete, each after its inputs
     * @param result the step whose value is the result
     */
    static Pipeline<?> pipeline(String name, List<BoundStep> steps, String result) {
        return Pipeline.define(name, graph -> {
            Assembly assembly = new Assembly(graph);
            steps.forEach(assembly::add);
            return assembly.node(result);
        });
    }

    private void add(BoundStep bound) {
        Object step = Objects.requireNonNull(bound.step());
        StepOptions options = Objects.requireNonNull(bound.options());
        List<Node<Object>> inputs = bound.from().stream().map(this::input).toList();
        nodes.put(bound.name(), add(bound.name(), step, inputs, options));
    }

    @SuppressWarnings("unchecked")
    private Node<Object> add(String name, Object step, List<Node<Object>> in, StepOptions options) {
        if (step instanceof Source<?> source) {
            return graph.add(name, (Source<Object>) source, options);
        } else if (step instanceof Step<?, ?> one) {
            return graph.add(name, (Step<Object, Object>) one, in.get(0), options);
        } else if (step instanceof BiStep<?, ?, ?> two) {
            return graph.add(name, (BiStep<Object, Object, Object>) two, in.get(0), in.get(1), options);
        }
        TriStep<Object, Object, Object, Object> three = (TriStep<Object, Object, Object, Object>) step;
        return graph.add(name, three, in.get(0), in.get(1), in.get(2), options);
    }

    private Node<Object> input(InputName input) {
        Node<Object> whole = node(input.step());
        return input.part().isEmpty() ? whole : whole.part(input.part(), Function.identity());
    }

    private Node<Object> node(String step) {
        @Nullable Node<Object> node = nodes.get(step);
        return Objects.requireNonNull(node, step);
    }
}
