package org.tributary.runtime.config;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.TriStep;

/**
 * What a step takes and gives, as the generic signature of its class says.
 *
 * @param inputs the types of the inputs, in order
 * @param output the type of the value
 */
record Signature(List<TypeToken<?>> inputs, TypeToken<?> output) {

    private static final List<Class<?>> KINDS = List.of(Source.class, Step.class, BiStep.class, TriStep.class);

    /** Reads the signature of a class; empty if it is no step. */
    static Optional<Signature> of(Class<?> type) {
        return KINDS.stream()
                .filter(kind -> kind.isAssignableFrom(type))
                .findFirst()
                .map(kind -> of(TypeToken.of(type), kind));
    }

    private static Signature of(TypeToken<?> type, Class<?> kind) {
        List<TypeToken<?>> all = Arrays.stream(kind.getTypeParameters())
                .<TypeToken<?>>map(type::resolveType)
                .toList();
        return new Signature(all.subList(0, all.size() - 1), all.get(all.size() - 1));
    }

    /** Whether every type is known, so that edges can be checked. */
    boolean isComplete() {
        return inputs.stream().allMatch(type -> isComplete(type.getType())) && isComplete(output.getType());
    }

    /** The names of the inputs' types, for messages. */
    String inputNames() {
        return inputs.stream().map(Signature::name).collect(Collectors.joining(", "));
    }

    /** The name of a type without packages. */
    static String name(TypeToken<?> type) {
        return name(type.getType());
    }

    static String name(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return ((Class<?>) parameterized.getRawType()).getSimpleName()
                    + Arrays.stream(parameterized.getActualTypeArguments())
                            .map(Signature::name)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }

    private static boolean isComplete(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).allMatch(Signature::isComplete);
        }
        return !(type instanceof TypeVariable<?>);
    }
}
