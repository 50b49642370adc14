package org.tributary.runtime.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written for one record.
 *
 * @param entries the values by key
 * @param place where the record as a whole is written
 * @param path the path of its key, such as {@code steps.train}
 * @param beside other keys that are valid at this level, for suggestions
 */
record Given(Map<String, Tree.Entry> entries, Place place, String path, Collection<String> beside) {

    static Given of(Tree.Mapping mapping, Place place, String path) {
        return new Given(mapping.entries(), place, path, List.of());
    }

    /** The same level with some of the keys only. */
    Given only(Collection<String> keys, Collection<String> validBeside) {
        Map<String, Tree.Entry> some = new LinkedHashMap<>(entries);
        some.keySet().retainAll(keys);
        return new Given(some, place, path, validBeside);
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
