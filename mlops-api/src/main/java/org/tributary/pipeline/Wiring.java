package org.tributary.pipeline;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a node: a step, a part of a value, a map over a list, or the element of a map's body.
 *
 * @param step the step, null for the other kinds
 * @param call runs the step on its inputs, for a map on the results of its elements; null for the other kinds
 * @param component the record component of a part, null for the other kinds
 * @param body the body of a map, null for the other kinds
 * @param inputs the nodes whose values go in, in order
 * @param type the type of the value, null when no signature says it
 * @param options how a runner treats the step
 * @param place where it was added, such as {@code Train.java:41}
 */
record Wiring(
        @Nullable External step,
        @Nullable Call call,
        @Nullable String component,
        @Nullable Pipeline<?> body,
        List<Node<?>> inputs,
        @Nullable Type type,
        StepOptions options,
        String place) {

    /** Runs what stands behind a node, whose kind is known to the one who made this. */
    @FunctionalInterface
    interface Call {
        Object run(Object behind, List<?> inputs, StepContext context) throws Exception;
    }

    /** The same with another step of the same class. */
    Wiring with(External other) {
        return new Wiring(other, call, component, body, inputs, type, options, place);
    }

    static Wiring step(
            External step,
            Call call,
            Class<?> kind,
            List<? extends @Nullable Node<?>> inputs,
            StepOptions options,
            String place) {
        Optional<Type> type = Types.lastArgument(step.getClass(), kind);
        return new Wiring(step, call, null, null, present(inputs), type.orElse(null), options, place);
    }

    static Wiring part(Node<?> whole, String component, String place) {
        Type type = whole.type()
                .flatMap(record -> Types.component(record, component))
                .orElse(null);
        return new Wiring(null, null, component, null, List.of(whole), type, StepOptions.defaults(), place);
    }

    static Wiring map(Node<?> list, Pipeline<?> body, StepOptions options, String place) {
        Type type = body.result().type().map(Types::listOf).orElse(null);
        Call gather = (map, results, context) -> List.copyOf(results);
        return new Wiring(null, gather, null, body, List.of(list), type, options, place);
    }

    static Wiring element(@Nullable Type type, String place) {
        return new Wiring(null, null, null, null, List.of(), type, StepOptions.defaults(), place);
    }

    private static List<Node<?>> present(List<? extends @Nullable Node<?>> nodes) {
        List<Node<?>> present = new ArrayList<>();
        for (Node<?> node : nodes) {
            if (node != null) {
                present.add(node);
            }
        }
        return List.copyOf(present);
    }
}
