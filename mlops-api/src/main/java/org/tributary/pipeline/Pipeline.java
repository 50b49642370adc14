package org.tributary.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A typed graph of steps: plain data that can be described, asked and run as often as wished.
 *
 * <pre>{@code
 * Pipeline<Evaluation> penguins = Pipeline.define("penguins", p -> {
 *     Node<Table> raw = p.add("ingest", CsvIngest.of(Path.of("data/raw/penguins-raw.csv")));
 *     Node<Table> clean = raw.then("clean", Clean.of(new Trim()));
 *     ...
 * });
 * }</pre>
 *
 * <p>Every step that was added runs, whether the result needs it or not. <b>Threads:</b> immutable.
 *
 * @param <T> the type of the result
 */
public final class Pipeline<T> {

    private final String name;
    private final List<Node<?>> nodes;
    private final Node<T> result;
    private final @Nullable Node<?> element;

    Pipeline(String name, List<Node<?>> nodes, Node<T> result, @Nullable Node<?> element) {
        this.name = name;
        this.nodes = nodes;
        this.result = result;
        this.element = element;
    }

    /**
     * Defines a pipeline.
     *
     * @param name the name that runs and reports show, not empty
     * @param definition adds steps to the graph and gives the node of the result; called once, at once
     * @throws PipelineException naming every fault at once: duplicate names, nodes of another pipeline, nulls, parts that are
     *     no component
     */
    public static <T> Pipeline<T> define(String name, Function<? super Graph, Node<T>> definition) {
        Objects.requireNonNull(name, "name");
        String place = Graph.place();
        Graph graph = new Graph(name);
        graph.checkName(place);
        Node<T> result = graph.checkResult(definition.apply(graph), place);
        List<Node<?>> nodes = graph.close();
        graph.faults().throwIfAny(name);
        return new Pipeline<>(name, nodes, result, null);
    }

    /** The name that runs and reports show. */
    public String name() {
        return name;
    }

    /** All nodes in the order they were added, which is an order they can run in. */
    public List<Node<?>> nodes() {
        return nodes;
    }

    /** The node whose value is the result of a run. */
    public Node<T> result() {
        return result;
    }

    /** The node that stands for the element, if this is the body of a map. */
    public Optional<Node<?>> element() {
        return Optional.ofNullable(element);
    }

    /** The graph as text for people: a line for each step with its inputs and its type. */
    public String describe() {
        String lines = nodes.stream()
                .filter(node -> node.component().isEmpty())
                .map(Pipeline::describe)
                .collect(Collectors.joining("\n  "));
        return name + "\n  " + lines;
    }

    private static String describe(Node<?> node) {
        String inputs = node.inputs().stream().map(Node::name).collect(Collectors.joining(", "));
        return node.name()
                + (inputs.isEmpty() ? "" : " <- " + inputs)
                + node.type().map(type -> ": " + Types.simpleName(type)).orElse("");
    }

    @Override
    public String toString() {
        return describe();
    }
}
