package org.tributary.pipeline;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tributary.data.DataInput;

/**
 * A typed handle of one value in a {@link Graph}: the output of a step, or a part of it.
 *
 * <p>Its type parameter is what makes javac check the wiring. Wiring methods are for use inside the function given to
 * {@link Pipeline#define} only; the others let runners and tools read the finished graph. <b>Threads:</b> immutable once its
 * pipeline is defined.
 *
 * @param <T> the type of the value
 */
public final class Node<T> {

    private final Graph graph;
    private final String name;
    private final Wiring wiring;

    Node(Graph graph, String name, Wiring wiring) {
        this.graph = graph;
        this.name = name;
        this.wiring = wiring;
    }

    /** Adds a step that takes this value, with default options. */
    public <O> Node<O> then(String stepName, Step<? super T, ? extends O> step) {
        return graph.add(stepName, step, this);
    }

    /** Adds a step that takes this value. */
    public <O> Node<O> then(String stepName, Step<? super T, ? extends O> step, StepOptions options) {
        return graph.add(stepName, step, this, options);
    }

    /**
     * One component of this value, which must be a record; no step of its own.
     *
     * <p>A part has no parts of its own: add a step that takes out what is wanted.
     *
     * @param component the component's name, such as {@code train}; the part is then called {@code split.train}
     * @param accessor gives the part its type, such as {@code SplitData::train}; only its type is used
     */
    public <P> Node<P> part(String component, Function<? super T, ? extends P> accessor) {
        Objects.requireNonNull(accessor, "accessor");
        return graph.addPart(this, component);
    }

    /** The name of the step, or {@code step.component} for a part. */
    public String name() {
        return name;
    }

    /** The type of the value, empty when no class signature says it, as for a lambda. */
    public Optional<Type> type() {
        return Optional.ofNullable(wiring.type());
    }

    /** The nodes whose values go in, in the order of the step's parameters; the whole for a part, the list for a map. */
    public List<Node<?>> inputs() {
        return wiring.inputs();
    }

    /** How a runner treats this step; the defaults for a part. */
    public StepOptions options() {
        return wiring.options();
    }

    /** The step object: a {@link Source}, {@link Step}, {@link BiStep} or {@link TriStep}; empty for parts, maps, elements. */
    public Optional<Object> step() {
        return Optional.ofNullable(wiring.step());
    }

    /** The settings of the step, empty for lambdas and whatever is no step. */
    public Optional<Record> settings() {
        return Optional.ofNullable(wiring.step()).flatMap(External::settings);
    }

    /** The data that the step reads from outside, asked from the step anew at each call. */
    public List<DataInput> dataInputs() {
        return wiring.step() == null ? List.of() : List.copyOf(wiring.step().inputs());
    }

    /** The component of the whole that this part is; empty unless it is a part. */
    public Optional<String> component() {
        return Optional.ofNullable(wiring.component());
    }

    /** What a map does for each element; empty unless it is a map. */
    public Optional<Pipeline<?>> body() {
        return Optional.ofNullable(wiring.body());
    }

    /** Where it was added, such as {@code Train.java:41}. */
    public String place() {
        return wiring.place();
    }

    /**
     * The same node with another step in place of its own, such as one with other settings; for runners.
     *
     * @param other of the class of {@link #step()}
     * @throws IllegalArgumentException if it is of another class, or if this node is no step
     */
    public Node<T> withStep(Object other) {
        if (wiring.step() == null || !wiring.step().getClass().equals(other.getClass())) {
            throw new IllegalArgumentException("a " + other.getClass().getName() + " cannot take the place of " + name);
        }
        return new Node<>(graph, name, wiring.with((External) other));
    }

    /**
     * Runs the step once; for runners.
     *
     * @param values the values of {@link #inputs()}, in that order; for a map the results of its elements, which it gives as a
     *     list
     * @param context the context of this attempt
     * @return what the step gave, unchecked: a faulty step may give null
     * @throws Exception what the step threw
     * @throws IllegalStateException if this node is a part or an element
     */
    public Object call(List<?> values, StepContext context) throws Exception {
        Object behind = wiring.step() != null ? wiring.step() : wiring.body();
        if (wiring.call() == null || behind == null) {
            throw new IllegalStateException(name + " is no step");
        }
        return wiring.call().run(behind, values, context);
    }

    boolean isIn(Graph candidate) {
        return candidate.sees(graph);
    }

    String pipelineName() {
        return graph.name();
    }

    @Override
    public String toString() {
        return name + type().map(type -> ": " + Types.simpleName(type)).orElse("");
    }
}
