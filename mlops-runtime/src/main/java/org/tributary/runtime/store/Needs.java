package org.tributary.runtime.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tributary.runtime.store.StoreContents.Entry;

/** How many results need each object, and how much can go. */
final class Needs {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Entry> objects = new HashMap<>();
    private final Predicate<FileFacts> isUnused;

    /** Objects of which {@code isUnused} holds go when nobody needs them. */
    Needs(List<Entry> objects, Predicate<FileFacts> isUnused) {
        objects.forEach(object -> this.objects.put(object.name(), object));
        this.isUnused = isUnused;
    }

    /** One more result needs these. */
    void add(Collection<String> digests) {
        digests.forEach(digest -> counts.merge(digest, 1, Integer::sum));
    }

    /** One result less needs these; gives the length of those that can go now. */
    long release(Collection<String> digests) {
        digests.forEach(digest -> counts.computeIfPresent(digest, (same, count) -> count == 1 ? null : count - 1));
        return digests.stream()
                .map(objects::get)
                .filter(object -> object != null && isUnneeded(object))
                .mapToLong(object -> object.facts().size())
                .sum();
    }

    /** The objects that can go. */
    List<Entry> unneeded() {
        return objects.values().stream().filter(this::isUnneeded).toList();
    }

    private boolean isUnneeded(Entry object) {
        return !counts.containsKey(object.name()) && isUnused.test(object.facts());
    }

    /** Length of the objects that stay. */
    long bytes() {
        return objects.values().stream()
                .filter(object -> !isUnneeded(object))
                .mapToLong(object -> object.facts().size())
                .sum();
    }
}
