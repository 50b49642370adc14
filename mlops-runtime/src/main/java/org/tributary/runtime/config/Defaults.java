package org.tributary.runtime.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.key.KebabCase;

/**
 * Finds the defaults of a record, as they would be written: makes one with examples of what is required, and reads the rest.
 *
 * @param shapes the records
 */
record Defaults(Shapes shapes) {

    private static final Map<Class<?>, Object> EXAMPLES = Map.of(
            String.class,
            "a",
            int.class,
            1,
            Integer.class,
            1,
            long.class,
            1L,
            Long.class,
            1L,
            double.class,
            0.5,
            Double.class,
            0.5,
            boolean.class,
            false,
            Path.class,
            Path.of("a"),
            Duration.class,
            Duration.ofSeconds(1));

    /** Gives the texts by key; none if the record refuses the examples. */
    Map<String, String> of(Shape shape) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            Record record = example(shape);
            for (Shape.Item item : shape.items().values()) {
                if (!item.required()) {
                    texts.put(item.key(), text(item, shape.read(record, item)));
                }
            }
        } catch (InvocationTargetException | UnsupportedOperationException e) {
            return Map.of();
        }
        return texts;
    }

    private Record example(Shape shape) throws InvocationTargetException {
        Map<String, Object> required = new HashMap<>();
        for (Shape.Item item : shape.items().values()) {
            if (item.required()) {
                required.put(item.key(), example(item.type()));
            }
        }
        return shape.base(required);
    }

    private Object example(Type type) throws InvocationTargetException {
        if (type instanceof ParameterizedType container) {
            return empty((Class<?>) container.getRawType());
        }
        Class<?> plain = (Class<?>) type;
        Object example = plain.isEnum() ? plain.getEnumConstants()[0] : EXAMPLES.get(plain);
        if (example != null) {
            return example;
        } else if (plain.isRecord()) {
            return example(shapes.of(plain.asSubclass(Record.class)));
        }
        Class<? extends Record> variant = shapes.variants(plain).values().stream()
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("no example of " + plain));
        return example(shapes.of(variant));
    }

    private static Object empty(Class<?> container) {
        if (container == List.class) {
            return List.of();
        } else if (container == Set.class) {
            return Set.of();
        }
        return container == Map.class ? Map.of() : Optional.empty();
    }

    private String text(Shape.Item item, Object value) throws InvocationTargetException {
        boolean isMap = item.type() instanceof Class<?> type && type.isRecord();
        return isMap ? map((Record) value) : text(value);
    }

    private String text(@Nullable Object value) throws InvocationTargetException {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "null" : text(optional.get());
        } else if (value instanceof Iterable<?> items && !(value instanceof Path)) {
            return "[" + String.join(", ", texts(items)) + "]";
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Record variant) {
            return variant(variant);
        }
        return scalar(value);
    }

    private List<String> texts(Iterable<?> items) throws InvocationTargetException {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            texts.add(text(item));
        }
        return texts;
    }

    private String variant(Record variant) throws InvocationTargetException {
        String id = KebabCase.of(variant.getClass().getSimpleName());
        boolean alone = shapes.of(variant.getClass()).items().isEmpty();
        return alone ? id : "{" + id + ": " + map(variant) + "}";
    }

    private String map(Record settings) throws InvocationTargetException {
        Shape shape = shapes.of(settings.getClass());
        List<String> texts = new ArrayList<>();
        for (Shape.Item item : shape.items().values()) {
            texts.add(item.key() + ": " + text(item, shape.read(settings, item)));
        }
        return "{" + String.join(", ", texts) + "}";
    }

    private static String scalar(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return KebabCase.ofConstant(constant.name());
        } else if (value instanceof Double number) {
            return Shown.number(number).replace("Infinity", ".inf").replace("NaN", ".nan");
        } else if (value instanceof Path path) {
            return path.toString().replace('\\', '/');
        } else if (value instanceof Duration duration && duration.getNano() == 0) {
            return duration.toSeconds() + "s";
        } else if (value instanceof String text && !text.matches("[\\w/.:-]+")) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
        }
        return String.valueOf(value);
    }
}
