package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a step in the order that a run is told in: graph order, with the steps of a map's elements before the map.
 *
 * @param path its place in the pipeline; for a step of an element that of the map, the number of the element, and its place there
 */
record Rank(List<Integer> path) implements Comparable<Rank> {

    static Rank of(int place) {
        return new Rank(List.of(place));
    }

    /** The rank of a step within an element of the map that has this rank. */
    Rank within(int element, int place) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(element);
        longer.add(place);
        return new Rank(List.copyOf(longer));
    }

    @Override
    public int compareTo(Rank other) {
        int both = Math.min(path.size(), other.path.size());
        for (int i = 0; i < both; i++) {
            int order = Integer.compare(path.get(i), other.path.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.path.size(), path.size());
    }
}
