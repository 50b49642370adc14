package org.tributary.pipeline;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline while it is defined: steps are added to it, and each gives a typed {@link Node} to wire on.
 *
 * <p>Names of steps are unique within the pipeline; they consist of letters, digits, {@code _} and {@code -}. A graph lives as
 * long as the function given to {@link Pipeline#define} runs; a fault does not stop it, all are told at its end. A step that
 * is added later would never run, so it throws a {@link PipelineException} at once.
 * <b>Threads:</b> for one thread.
 */
public final class Graph {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_-]*");
    private static final StackWalker STACK = StackWalker.getInstance();

    private final String name;
    private final @Nullable Graph enclosing;
    private final Faults faults;
    private final Map<String, Node<?>> nodes = new LinkedHashMap<>();
    private boolean open = true;

    Graph(String name) {
        this(name, null, new Faults());
    }

    private Graph(String name, @Nullable Graph enclosing, Faults faults) {
        this.name = name;
        this.enclosing = enclosing;
        this.faults = faults;
    }

    /** Adds a source with default options. */
    public <O> Node<O> add(String step, Source<? extends O> source) {
        return add(step, source, StepOptions.defaults());
    }

    /** Adds a source. */
    public <O> Node<O> add(String step, Source<? extends O> source, StepOptions options) {
        Wiring.Call call = (any, in, context) -> Graph.<Source<O>>as(any).run(context);
        return addStep(step, source, call, Source.class, options);
    }

    /** Adds a step with one input and default options. */
    public <I, O> Node<O> add(String step, Step<? super I, ? extends O> work, Node<? extends I> input) {
        return add(step, work, input, StepOptions.defaults());
    }

    /** Adds a step with one input. */
    public <I, O> Node<O> add(
            String step, Step<? super I, ? extends O> work, Node<? extends I> input, StepOptions options) {
        Wiring.Call call = (any, in, context) -> Graph.<Step<I, O>>as(any).run(at(in, 0), context);
        return addStep(step, work, call, Step.class, options, input);
    }

    /** Adds a step with two inputs and default options. */
    public <A, B, O> Node<O> add(
            String step,
            BiStep<? super A, ? super B, ? extends O> work,
            Node<? extends A> first,
            Node<? extends B> second) {
        return add(step, work, first, second, StepOptions.defaults());
    }

    /** Adds a step with two inputs. */
    public <A, B, O> Node<O> add(
            String step,
            BiStep<? super A, ? super B, ? extends O> work,
            Node<? extends A> first,
            Node<? extends B> second,
            StepOptions options) {
        Wiring.Call call = (any, in, context) -> Graph.<BiStep<A, B, O>>as(any).run(at(in, 0), at(in, 1), context);
        return addStep(step, work, call, BiStep.class, options, first, second);
    }

    /** Adds a step with three inputs and default options. */
    public <A, B, C, O> Node<O> add(
            String step,
            TriStep<? super A, ? super B, ? super C, ? extends O> work,
            Node<? extends A> first,
            Node<? extends B> second,
            Node<? extends C> third) {
        return add(step, work, first, second, third, StepOptions.defaults());
    }

    /** Adds a step with three inputs. */
    public <A, B, C, O> Node<O> add(
            String step,
            TriStep<? super A, ? super B, ? super C, ? extends O> work,
            Node<? extends A> first,
            Node<? extends B> second,
            Node<? extends C> third,
            StepOptions options) {
        Wiring.Call call =
                (any, in, context) -> Graph.<TriStep<A, B, C, O>>as(any).run(at(in, 0), at(in, 1), at(in, 2), context);
        return addStep(step, work, call, TriStep.class, options, first, second, third);
    }

    /**
     * Runs one step for each element of a list; the value is the list of results in the same order.
     *
     * <p>Each element is cached, retried and reported by itself, as {@code name[3]/each}. An empty list gives an empty list; if
     * elements fail the others finish, and the map fails naming them.
     */
    public <E, O> Node<List<O>> mapEach(
            String map, Node<? extends List<? extends E>> list, Step<? super E, ? extends O> step) {
        return map(map, list, (body, element) -> body.add("each", step, element));
    }

    /** Runs a body for each element of a list, with default options; see the other form. */
    public <E, O> Node<List<O>> map(
            String map, Node<? extends List<? extends E>> list, BiFunction<Graph, Node<E>, Node<O>> body) {
        return map(map, list, body, StepOptions.defaults());
    }

    /**
     * Runs a body of steps for each element of a list; the value is the list of results in the same order.
     *
     * <p>The body is defined once, here, and instantiated for each element at run time as {@code name[3]/step}. It may use
     * nodes of the pipelines around it, never the reverse. An element of type {@link Trial} changes settings of the body's
     * steps.
     *
     * @param map the name of the map
     * @param list the node of the list
     * @param body adds steps to the graph of the body and gives the node of its result
     * @param options how a runner treats each element
     */
    public <E, O> Node<List<O>> map(
            String map,
            Node<? extends List<? extends E>> list,
            BiFunction<Graph, Node<E>, Node<O>> body,
            StepOptions options) {
        String place = place();
        Graph inner = new Graph(map, this, faults);
        Node<E> element = inner.addElement(list, place);
        Node<O> result = inner.checkResult(body.apply(inner, element), place);
        List<Node<?>> inputs = checkInputs(map, place, list);
        Pipeline<O> sub = new Pipeline<>(map, inner.close(), result, element);
        return register(map, Wiring.map(inputs.isEmpty() ? element : inputs.get(0), sub, options, place));
    }

    <P> Node<P> addPart(Node<?> whole, String component) {
        String place = place();
        requireOpen(component, place);
        checkPart(whole, component, place);
        String part = whole.name() + "." + component;
        Node<?> known = nodes.get(part);
        if (known != null) {
            return cast(known);
        }
        Node<P> node = new Node<>(this, part, Wiring.part(whole, component, place));
        nodes.put(part, node);
        return node;
    }

    String name() {
        return name;
    }

    /** Ends the definition and gives the nodes in the order they were added. */
    List<Node<?>> close() {
        open = false;
        return List.copyOf(nodes.values());
    }

    Faults faults() {
        return faults;
    }

    boolean sees(Graph other) {
        for (Graph graph = this; graph != null; graph = graph.enclosing) {
            if (graph == other) {
                return true;
            }
        }
        return false;
    }

    void checkName(String place) {
        if (name.isBlank()) {
            faults.add(
                    Rule.PIPELINE_BAD_NAME,
                    "the name of a pipeline is empty: defined at " + place + ". Give it a name.");
        }
    }

    <T> Node<T> checkResult(@Nullable Node<T> result, String place) {
        if (result == null) {
            faults.add(
                    Rule.PIPELINE_NULL,
                    "the function that defines \"" + name + "\" gave null: at " + place
                            + ". Return the node of its result.");
            return new Node<>(this, "null", Wiring.element(null, place));
        }
        if (!result.isIn(this)) {
            faults.add(
                    Rule.PIPELINE_FOREIGN_NODE,
                    "the result of pipeline \"" + name + "\" is \"" + result.name() + "\" of pipeline \""
                            + result.pipelineName() + "\": at " + place + ". Return a node of this pipeline.");
        }
        return result;
    }

    private <E> Node<E> addElement(@Nullable Node<? extends List<? extends E>> list, String place) {
        Optional<Type> type = Optional.<Node<?>>ofNullable(list)
                .flatMap(Node::type)
                .filter(listType -> List.class.isAssignableFrom(Types.raw(listType)))
                .flatMap(listType -> Types.lastArgument(listType, List.class));
        return register("element", Wiring.element(type.orElse(null), place));
    }

    private <O> Node<O> addStep(
            String step, External work, Wiring.Call call, Class<?> kind, StepOptions options, Node<?>... inputs) {
        String place = place();
        if (work == null) {
            faults.add(
                    Rule.PIPELINE_NULL,
                    "step \"" + step + "\" of pipeline \"" + name + "\" is null: added at " + place + ". Give a step.");
            return register(step, Wiring.element(null, place));
        }
        return register(step, Wiring.step(work, call, kind, checkInputs(step, place, inputs), options, place));
    }

    private <T> Node<T> register(String step, Wiring wiring) {
        requireOpen(step, wiring.place());
        Node<T> node = new Node<>(this, step, wiring);
        if (step == null || !NAME.matcher(step).matches()) {
            faults.add(
                    Rule.PIPELINE_BAD_NAME,
                    "\"" + step + "\" is no name for a step of pipeline \"" + name
                            + "\": added at " + wiring.place()
                            + ". A name consists of letters, digits, \"_\" and \"-\" and does not start with \"-\".");
            return node;
        }
        Node<?> other = nodes.putIfAbsent(step, node);
        if (other != null) {
            faults.add(
                    Rule.PIPELINE_DUPLICATE_NAME,
                    "pipeline \"" + name + "\" has two steps named \"" + step + "\": added at " + other.place()
                            + " and " + wiring.place() + ". Rename one of them.");
        }
        return node;
    }

    private void requireOpen(String step, String place) {
        if (!open) {
            throw new PipelineException("[" + Rule.PIPELINE_DEFINED + "] pipeline \"" + name
                    + "\" is defined already, so \"" + step + "\" cannot be added: at " + place
                    + ". Add it inside the function that defines the pipeline.");
        }
    }

    private List<Node<?>> checkInputs(String step, String place, @Nullable Node<?>... inputs) {
        List<Node<?>> present = new ArrayList<>();
        for (Node<?> input : inputs) {
            if (input == null) {
                faults.add(
                        Rule.PIPELINE_NULL,
                        "an input of step \"" + step + "\" of pipeline \"" + name + "\" is null: added at " + place
                                + ". Give the node of a step that was added before.");
            } else {
                checkOwner(step, place, input);
                present.add(input);
            }
        }
        return present;
    }

    private void checkOwner(String step, String place, Node<?> input) {
        if (!input.isIn(this)) {
            faults.add(
                    Rule.PIPELINE_FOREIGN_NODE,
                    "step \"" + step + "\" of pipeline \"" + name + "\" takes \""
                            + input.name() + "\" of pipeline \"" + input.pipelineName() + "\": added at " + place
                            + ". Add a step of that name to this pipeline, or define both in one.");
        }
    }

    private void checkPart(Node<?> whole, String component, String place) {
        if (whole.component().isPresent()) {
            faults.add(
                    Rule.PIPELINE_NESTED_PART,
                    "\"" + whole.name() + "\" is a part itself, so it has no part \"" + component + "\": added at "
                            + place + ". Add a step that takes it out.");
            return;
        }
        whole.type().ifPresent(type -> checkComponent(whole, type, component, place));
    }

    private void checkComponent(Node<?> whole, Type type, String component, String place) {
        Class<?> raw = Types.raw(type);
        if (Types.componentOf(raw, component).isEmpty()) {
            faults.add(
                    Rule.PIPELINE_NO_COMPONENT,
                    "\"" + component + "\" is no component of " + raw.getSimpleName() + ", which step \"" + whole.name()
                            + "\" gives: added at " + place + ". " + components(raw));
        }
    }

    private static String components(Class<?> type) {
        if (!type.isRecord()) {
            return "Only records have parts: give a record, or add a step that takes the part out.";
        }
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(component -> "\"" + component.getName() + "\"")
                .toList();
        return "Its components are " + String.join(", ", names) + ".";
    }

    /** The first line of the caller outside this package, for messages. */
    static String place() {
        return STACK.walk(frames -> frames.filter(
                        frame -> !frame.getClassName().startsWith(Graph.class.getPackageName() + "."))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("an unknown place"));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T at(List<?> inputs, int index) {
        return as(inputs.get(index));
    }

    // The wiring was checked by javac when the step was added.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T as(Object value) {
        return (T) value;
    }

    @SuppressWarnings("unchecked")
    private static <P> Node<P> cast(Node<?> node) {
        return (Node<P>) node;
    }
}
