package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.runtime.picture.Scene.Link;

/**
 * One value with all that take it: drawn as one line that branches.
 *
 * @param from the item that gives it
 * @param part which part of its value; empty for the whole
 * @param to the items that take it, at least one
 */
record Net(int from, String part, List<Integer> to) {

    /** Copies. */
    Net {
        to = List.copyOf(to);
    }

    /** Collects links, in the order in which values appear. */
    static List<Net> of(List<Link> links) {
        Map<Link, List<Integer>> takers = new LinkedHashMap<>();
        for (Link link : links) {
            takers.computeIfAbsent(new Link(link.from(), 0, link.part()), unused -> new ArrayList<>())
                    .add(link.to());
        }
        return takers.entrySet().stream()
                .map(entry -> new Net(entry.getKey().from(), entry.getKey().part(), entry.getValue()))
                .toList();
    }
}
