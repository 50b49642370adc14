package org.tributary.runtime.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.runtime.key.KebabCase;

/** The records of settings that a configuration can fill, and the variants of interfaces among them. Threads: safe. */
final class Shapes {

    private final Map<Class<?>, Map<String, Class<? extends Record>>> registered;
    private final Map<Class<?>, Shape> known = new ConcurrentHashMap<>();

    /** Takes the variants of open interfaces. */
    Shapes(Map<Class<?>, Map<String, Class<? extends Record>>> registered) {
        this.registered = registered;
    }

    Shape of(Class<? extends Record> type) {
        return known.computeIfAbsent(type, added -> Shape.of(type));
    }

    /** The records that stand for an interface, by id and sorted; none if the type has no variants. */
    Map<String, Class<? extends Record>> variants(Class<?> type) {
        Map<String, Class<? extends Record>> variants = new TreeMap<>();
        if (registered.containsKey(type)) {
            variants.putAll(registered.get(type));
        } else if (type.isSealed() && type.isInterface()) {
            addPermitted(type, variants);
        }
        return variants;
    }

    private static void addPermitted(Class<?> type, Map<String, Class<? extends Record>> variants) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                variants.put(KebabCase.of(permitted.getSimpleName()), permitted.asSubclass(Record.class));
            } else if (permitted.isSealed()) {
                addPermitted(permitted, variants);
            }
        }
    }
}
