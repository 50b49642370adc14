package org.tributary.runtime.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is written, what is reserved apart from its settings.
 *
 * @param place where it is named
 * @param settings what is written for its settings
 * @param use what is written as its kind; null if nothing is, and its name is the id
 * @param from what is written as its inputs; null if nothing is, and it takes the step above
 * @param options what is written for the runner; null if nothing is
 */
record WrittenStep(
        String name,
        Place place,
        Map<String, Tree.Entry> settings,
        @Nullable Tree use,
        @Nullable Tree from,
        @Nullable Tree options) {

    /** The keys of a step that are no settings. */
    static final List<String> RESERVED = List.of("use", "from", "options");

    static WrittenStep of(String name, Place place, Map<String, Tree.Entry> entries) {
        Map<String, Tree.Entry> settings = new LinkedHashMap<>(entries);
        settings.keySet().removeAll(RESERVED);
        return new WrittenStep(
                name, place, settings, value(entries, "use"), value(entries, "from"), value(entries, "options"));
    }

    String path() {
        return "steps." + name;
    }

    Given given() {
        return new Given(settings, place, path(), RESERVED);
    }

    /** The id of its kind: what is written, or else its name. */
    Tree.Scalar kind() {
        return use instanceof Tree.Scalar scalar ? scalar : new Tree.Scalar(name, name, true, place);
    }

    /** Where faults of its inputs are told. */
    Place fromPlace() {
        return from == null ? place : from.place();
    }

    String fromPath() {
        return from == null ? path() : path() + ".from";
    }

    private static @Nullable Tree value(Map<String, Tree.Entry> entries, String key) {
        Tree.Entry entry = entries.get(key);
        return entry == null || entry.value().isEmpty() ? null : entry.value();
    }
}
