package org.tributary.runtime.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tributary.runtime.key.KebabCase;

/**
 * Names the types of settings on the reference page.
 *
 * @param shapes knows the variants of interfaces
 */
record TypeText(Shapes shapes) {

    /** Gives the name of a type that a configuration can fill. */
    String of(Type type) {
        if (type instanceof ParameterizedType container) {
            Type[] arguments = container.getActualTypeArguments();
            return container((Class<?>) container.getRawType(), of(arguments[arguments.length - 1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "one of " + constants(plain);
        } else if (plain.isRecord()) {
            return "map [" + plain.getSimpleName() + "](#"
                    + plain.getSimpleName().toLowerCase(Locale.ROOT) + ")";
        }
        return ScalarType.of(plain)
                .map(scalar -> scalar.name().replaceFirst("^an? ", "").replaceFirst(" such as .*", ""))
                .orElseGet(() -> choice(plain));
    }

    /** Finds the records and the interfaces with variants below a record; those of inline components stand with their step. */
    void collect(Class<? extends Record> type, Map<String, Class<?>> found) {
        collect(type, found, new HashSet<>());
    }

    private void collect(Class<? extends Record> type, Map<String, Class<?>> found, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (Shape.Item item : shapes.of(type).items().values()) {
            Class<?> inner = innermost(item.type());
            if (inner.isRecord()) {
                found.put(inner.getSimpleName(), inner);
                collect(inner.asSubclass(Record.class), found, seen);
            }
            Map<String, Class<? extends Record>> variants = shapes.variants(inner);
            if (!variants.isEmpty() && !item.inline()) {
                found.put(inner.getSimpleName(), inner);
            }
            variants.values().forEach(variant -> collect(variant, found, seen));
        }
    }

    private static Class<?> innermost(Type type) {
        if (type instanceof ParameterizedType container) {
            Type[] arguments = container.getActualTypeArguments();
            return innermost(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }

    private static String container(Class<?> raw, String inner) {
        if (raw == List.class) {
            return "list of " + inner;
        } else if (raw == Set.class) {
            return "set of " + inner;
        }
        return (raw == Map.class ? "map of " : "optional ") + inner;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + KebabCase.ofConstant(((Enum<?>) constant).name()) + "`")
                .collect(Collectors.joining(", "));
    }

    private String choice(Class<?> type) {
        return "one of "
                + shapes.variants(type).keySet().stream()
                        .map(id -> "`" + id + "`")
                        .collect(Collectors.joining(", "));
    }
}
