package org.tributary.runtime.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was wrong at one point. */
final class Findings {
    private final List<String> found = new ArrayList<>();

    List<String> all() {
        return List.copyOf(found);
    }

    /** Notes what was wrong unless something holds. */
    void expect(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    void expectNone(Set<String> steps, String what) {
        expect(steps.isEmpty(), what + ": " + steps);
    }

    /** Expects the same files with the same content. */
    void expectSame(Map<String, String> actual, Map<String, String> expected, String what) {
        Set<String> different = new TreeSet<>(actual.keySet());
        different.addAll(expected.keySet());
        different.removeIf(name -> expected.getOrDefault(name, "").equals(actual.get(name)));
        expectNone(different, what + " differ");
    }

    /** Expects at least these files, with this content. */
    void expectAll(Map<String, String> actual, Map<String, String> expected, String what) {
        Map<String, String> shared = new TreeMap<>(actual);
        shared.keySet().retainAll(expected.keySet());
        expectSame(shared, expected, what);
    }
}
