package org.tributary.pipeline;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves the output types of steps from generic signatures. */
final class Types {

    private Types() {}

    /** The last type argument that {@code start} gives to {@code target}, if its signature says it completely. */
    static Optional<Type> lastArgument(Type start, Class<?> target) {
        int last = target.getTypeParameters().length - 1;
        return argument(start, target, last);
    }

    /** One type argument that {@code start} gives to {@code target}, if its signature says it completely. */
    static Optional<Type> argument(Type start, Class<?> target, int index) {
        return find(start, Map.of(), target)
                .map(bindings -> bindings.get(target.getTypeParameters()[index]))
                .filter(Types::isComplete);
    }

    /** The type of a record component as seen from a record type, which may be parameterized. */
    static Optional<Type> component(Type record, String name) {
        return componentOf(raw(record), name)
                .map(component -> substitute(component.getGenericType(), bindings(record, Map.of())))
                .filter(Types::isComplete);
    }

    static Optional<RecordComponent> componentOf(Class<?> record, String name) {
        if (!record.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : Object.class;
    }

    static Type listOf(Type element) {
        return new Parameterized(List.class, List.of(element));
    }

    private static Optional<Map<TypeVariable<?>, Type>> find(
            Type type, Map<TypeVariable<?>, Type> outer, Class<?> target) {
        Class<?> raw = raw(type);
        Map<TypeVariable<?>, Type> bindings = bindings(type, outer);
        if (raw == target) {
            return Optional.of(bindings);
        }
        return supertypes(raw).stream()
                .filter(supertype -> target.isAssignableFrom(raw(supertype)))
                .findFirst()
                .flatMap(supertype -> find(supertype, bindings, target));
    }

    private static List<Type> supertypes(Class<?> type) {
        List<Type> all = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            all.add(type.getGenericSuperclass());
        }
        return all;
    }

    private static Map<TypeVariable<?>, Type> bindings(Type type, Map<TypeVariable<?>, Type> outer) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = raw(type).getTypeParameters();
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], substitute(arguments[i], outer));
            }
        }
        return bindings;
    }

    private static Type substitute(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> variable) {
            return bindings.getOrDefault(variable, type);
        }
        if (type instanceof ParameterizedType parameterized) {
            List<Type> arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(argument -> substitute(argument, bindings))
                    .toList();
            return new Parameterized(raw(type), arguments);
        }
        return type;
    }

    private static boolean isComplete(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).allMatch(Types::isComplete);
        }
        return type instanceof Class<?>;
    }

    /** A parameterized type with its variables replaced. */
    private record Parameterized(Class<?> rawType, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return rawType;
        }

        @Override
        public Type getOwnerType() {
            return rawType.getDeclaringClass();
        }

        // As java.lang.reflect has it, so that a type compares equal to one that was read from a signature.
        @Override
        public boolean equals(Object other) {
            return other instanceof ParameterizedType type
                    && rawType.equals(type.getRawType())
                    && Objects.equals(getOwnerType(), type.getOwnerType())
                    && arguments.equals(List.of(type.getActualTypeArguments()));
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(getActualTypeArguments()) ^ Objects.hashCode(getOwnerType()) ^ rawType.hashCode();
        }

        @Override
        public String toString() {
            return rawType.getSimpleName()
                    + arguments.stream().map(Types::simpleName).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    /** The name to show to people: simple names only. */
    static String simpleName(Type type) {
        if (type instanceof ParameterizedType) {
            Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
            return new Parameterized(raw(type), List.of(arguments)).toString();
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }
}
