package org.tributary.runtime.config;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Setting;
import org.tributary.runtime.key.KebabCase;

/**
 * What a record of settings takes: its components by their key, how many of them are required, and how it is made.
 *
 * @param type the record
 * @param items the components in order; the required ones come first
 * @param canonical takes a value for each component
 * @param defaults the factory whose parameters are the required components; null if all of them are
 */
record Shape(
        Class<? extends Record> type,
        Map<String, Item> items,
        Constructor<? extends Record> canonical,
        @Nullable Method defaults) {

    /**
     * One component.
     *
     * @param key its name in kebab case
     * @param required whether it has no default
     */
    record Item(String key, Type type, Limits limits, boolean inline, boolean required, RecordComponent component) {

        /** What the setting does, for the reference; empty if its author says nothing. */
        String doc() {
            Setting setting = component.getAnnotation(Setting.class);
            return setting == null ? "" : setting.doc();
        }

        /** The unit of the value; empty for none. */
        String unit() {
            Setting setting = component.getAnnotation(Setting.class);
            return setting == null ? "" : setting.unit();
        }

        /** Whether the seed of the configuration fills it. */
        boolean isSeed() {
            return key.equals("seed") && (type == long.class || type == int.class);
        }
    }

    static Shape of(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Method defaults = factory(type, components);
        int required = defaults == null ? components.length : defaults.getParameterCount();
        Map<String, Item> items = new LinkedHashMap<>();
        for (int i = 0; i < components.length; i++) {
            Item item = item(components[i], i < required);
            items.put(item.key(), item);
        }
        return new Shape(type, items, canonical(type, components), defaults);
    }

    /** The component whose own components stand beside it, if there is one. */
    Optional<Item> inline() {
        return items.values().stream().filter(Item::inline).findFirst();
    }

    /** Whether the factory takes all of these components. */
    boolean areRequired(Set<String> keys) {
        return items.values().stream().noneMatch(item -> !item.required() && keys.contains(item.key()));
    }

    /**
     * Makes the record that the factory gives.
     *
     * @param values a value for each required component
     * @throws InvocationTargetException what the factory threw
     */
    Record base(Map<String, Object> values) throws InvocationTargetException {
        Object[] required = items.values().stream()
                .filter(Item::required)
                .map(item -> values.get(item.key()))
                .toArray();
        return defaults == null ? make(required) : (Record) call(defaults, null, required);
    }

    /**
     * Makes a record from another and what differs.
     *
     * @param values values by key, for some of the components
     * @throws InvocationTargetException what the constructor threw
     */
    Record with(Record base, Map<String, Object> values) throws InvocationTargetException {
        Object[] all = new Object[items.size()];
        int next = 0;
        for (Item item : items.values()) {
            all[next++] = values.containsKey(item.key()) ? values.get(item.key()) : read(base, item);
        }
        return make(all);
    }

    /** Reads a component by its accessor. */
    Object read(Record record, Item item) throws InvocationTargetException {
        return call(item.component().getAccessor(), record);
    }

    private Record make(Object[] values) throws InvocationTargetException {
        try {
            return open(canonical).newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a record can be made: " + type.getName(), e);
        }
    }

    private static Object call(Method method, @Nullable Object target, Object... arguments)
            throws InvocationTargetException {
        try {
            return open(method).invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a method of a record can be called: " + method, e);
        }
    }

    private static <A extends AccessibleObject> A open(A member) {
        member.setAccessible(true);
        return member;
    }

    private static Item item(RecordComponent component, boolean required) {
        Setting setting = component.getAnnotation(Setting.class);
        return new Item(
                KebabCase.of(component.getName()),
                component.getGenericType(),
                setting == null ? Limits.NONE : new Limits(setting.min(), setting.max()),
                setting != null && setting.inline(),
                required,
                component);
    }

    private static Constructor<? extends Record> canonical(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("each record has a canonical constructor: " + type.getName(), e);
        }
    }

    /** The factory with the fewest parameters of those whose parameters are exactly the first components. */
    private static @Nullable Method factory(Class<?> type, RecordComponent[] components) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == type)
                .filter(method -> method.getName().equals(method.getParameterCount() == 0 ? "defaults" : "of"))
                .filter(method -> takesFirst(method, components))
                .min(Comparator.comparingInt(Method::getParameterCount))
                .orElse(null);
    }

    private static boolean takesFirst(Method method, RecordComponent[] components) {
        Type[] parameters = method.getGenericParameterTypes();
        return parameters.length <= components.length
                && IntStream.range(0, parameters.length)
                        .allMatch(i -> parameters[i].equals(components[i].getGenericType()));
    }
}
