package org.tributary.runtime.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.key.KebabCase;

/**
 * Makes the values of settings from what is written. What does not fit is told to the faults, and the value is then null.
 *
 * @param shapes the records that can be filled
 * @param faults takes what does not fit
 * @param environment knows the values that no message may show
 * @param seed fills components named {@code seed} that nothing is written for
 */
record Binder(Shapes shapes, Faults faults, Environment environment, OptionalLong seed) {

    /** Makes a record from its own defaults and what is written. */
    @Nullable
    Record record(Class<? extends Record> type, Given given) {
        return new RecordBinding(this, shapes.of(type), given).bind(null);
    }

    /** Makes one value. */
    @Nullable
    Object value(Type type, Limits limits, Tree tree, String path) {
        if (type instanceof ParameterizedType container) {
            return container(container, limits, tree, path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return constant(raw, tree, path);
        } else if (raw.isRecord()) {
            return nested(raw.asSubclass(Record.class), tree, path);
        }
        Optional<ScalarType> scalar = ScalarType.of(raw);
        return scalar.isPresent() ? scalar(scalar.get(), raw, limits, tree, path) : variant(raw, tree, path);
    }

    private @Nullable Object container(ParameterizedType type, Limits limits, Tree tree, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return optional(arguments[0], limits, tree, path);
        } else if (raw == Map.class) {
            return map(arguments[1], limits, tree, path);
        }
        List<Object> items = items(arguments[0], limits, tree, path);
        return items == null || raw == List.class ? items : set(items, tree, path);
    }

    private @Nullable Object optional(Type type, Limits limits, Tree tree, String path) {
        if (tree instanceof Tree.Scalar scalar && scalar.isNull()) {
            return Optional.empty();
        }
        Object value = value(type, limits, tree, path);
        return value == null ? null : Optional.of(value);
    }

    private @Nullable List<Object> items(Type type, Limits limits, Tree tree, String path) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            wrongType(tree, path, "a list such as [a, b]");
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (Tree item : sequence.items()) {
            Object value = value(type, limits, item, path + "[" + items.size() + "]");
            items.add(value);
        }
        return items.contains(null) ? null : Collections.unmodifiableList(items);
    }

    private @Nullable Set<Object> set(List<Object> items, Tree tree, String path) {
        Set<Object> set = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!set.add(items.get(i))) {
                Tree twice = ((Tree.Sequence) tree).items().get(i);
                String text = twice.shown() + " stands in this list twice.";
                faults.add(Rule.CONFIG_WRONG_TYPE, twice.place(), path + "[" + i + "]", text);
                return null;
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private @Nullable Map<String, Object> map(Type type, Limits limits, Tree tree, String path) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrongType(tree, path, "a map such as {a: b}");
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, entry) -> values.put(key, value(type, limits, entry.value(), path + "." + key)));
        return values.containsValue(null) ? null : Collections.unmodifiableMap(values);
    }

    private @Nullable Object constant(Class<?> type, Tree tree, String path) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> KebabCase.ofConstant(((Enum<?>) constant).name()),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isEmpty()) {
            wrongType(tree, path, "one of " + Shown.names(constants.keySet()));
            return null;
        }
        Object constant = constants.get(scalar.text());
        if (constant == null) {
            unknownVariant(scalar, path, constants);
        }
        return constant;
    }

    private @Nullable Record nested(Class<? extends Record> type, Tree tree, String path) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrongType(
                    tree,
                    path,
                    "a map of " + Shown.names(shapes.of(type).items().keySet()));
            return null;
        }
        return record(type, Given.of(mapping, tree.place(), path));
    }

    private @Nullable Record variant(Class<?> type, Tree tree, String path) {
        Map<String, Class<? extends Record>> variants = shapes.variants(type);
        Optional<VariantText> text = VariantText.of(tree);
        if (text.isEmpty()) {
            wrongType(tree, path, "one of " + Shown.names(variants.keySet()) + ", alone or as {id: {key: value}}");
            return null;
        }
        Class<? extends Record> variant = variants.get(text.get().id().text());
        if (variant == null) {
            unknownVariant(text.get().id(), path, variants);
            return null;
        }
        return record(variant, text.get().given(path));
    }

    /** Tells of an id that is none of the valid ones. */
    void unknownVariant(Tree.Scalar id, String path, Map<String, ?> valid) {
        faults.add(
                Rule.CONFIG_UNKNOWN_VARIANT,
                id.place(),
                path,
                id.shown() + " is none of the choices.",
                new Suggestion(id.written(), valid.keySet()));
    }

    private @Nullable Object scalar(ScalarType scalar, Class<?> type, Limits limits, Tree tree, String path) {
        if (!(tree instanceof Tree.Scalar written) || written.isEmpty()) {
            wrongType(tree, path, scalar.name());
            return null;
        }
        Object value = scalar.parse().apply(written.text()).orElse(null);
        if (value == null) {
            wrongType(tree, path, scalar.name());
            return null;
        } else if (value instanceof BigInteger whole) {
            return whole(whole, type, limits, written, path);
        } else if (value instanceof Double number) {
            return inLimits(number, number, limits, written, path);
        }
        return value;
    }

    private @Nullable Object whole(BigInteger value, Class<?> type, Limits limits, Tree.Scalar written, String path) {
        boolean isInt = type == int.class || type == Integer.class;
        if (value.bitLength() >= (isInt ? Integer.SIZE : Long.SIZE)) {
            String bounds =
                    isInt ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            outOfRange(written, path, "it must be from " + bounds);
            return null;
        }
        Object exact = isInt ? (Object) value.intValue() : (Object) value.longValue();
        return inLimits(exact, value.doubleValue(), limits, written, path);
    }

    private @Nullable Object inLimits(Object value, double number, Limits limits, Tree.Scalar written, String path) {
        Optional<String> broken = limits.broken(number);
        broken.ifPresent(rule -> outOfRange(written, path, rule));
        return broken.isPresent() ? null : value;
    }

    private void outOfRange(Tree.Scalar written, String path, String rule) {
        String value = Shown.cut(written.written(), 60);
        faults.add(Rule.CONFIG_OUT_OF_RANGE, written.place(), path, value + " is not allowed, " + rule + ".");
    }

    /** Tells what a value must be instead. */
    void wrongType(Tree tree, String path, String expected) {
        if (!(tree instanceof Tree.Broken)) {
            faults.add(
                    Rule.CONFIG_WRONG_TYPE,
                    tree.place(),
                    path,
                    "it must be " + expected + ", not " + tree.shown() + ".");
        }
    }
}
