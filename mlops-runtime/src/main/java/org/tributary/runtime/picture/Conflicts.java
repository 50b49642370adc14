package org.tributary.runtime.picture;

import java.util.HashSet;
import java.util.Set;

/** Edges that may not be made straight, because one between two bends crosses them and shall be. */
final class Conflicts {

    private final Set<Long> edges = new HashSet<>();
    private final RankGraph graph;
    private final int[] place;

    private Conflicts(RankGraph graph, int[][] order) {
        this.graph = graph;
        this.place = Crossings.places(graph, order);
    }

    static Conflicts of(RankGraph graph, int[][] order) {
        Conflicts conflicts = new Conflicts(graph, order);
        for (int rank = 1; rank < order.length; rank++) {
            conflicts.collect(order[rank - 1].length, order[rank]);
        }
        return conflicts;
    }

    boolean has(int upper, int lower) {
        return edges.contains(edge(upper, lower));
    }

    /** Goes along a rank from one edge between bends to the next: what starts outside of the two crosses one of them. */
    private void collect(int upperSize, int[] lower) {
        int left = 0;
        int start = 0;
        for (int i = 0; i < lower.length; i++) {
            int bend = bendAbove(lower[i]);
            if (bend >= 0 || i == lower.length - 1) {
                int right = bend >= 0 ? place[bend] : upperSize;
                for (; start <= i; start++) {
                    collect(lower[start], left, right);
                }
                left = right;
            }
        }
    }

    private void collect(int lower, int left, int right) {
        for (int upper : graph.neighbours(lower, true)) {
            boolean isOutside = place[upper] < left || place[upper] > right;
            if (isOutside && !(graph.isBend(upper) && graph.isBend(lower))) {
                edges.add(edge(upper, lower));
            }
        }
    }

    private int bendAbove(int vertex) {
        int[] above = graph.neighbours(vertex, true);
        return graph.isBend(vertex) && above.length > 0 && graph.isBend(above[0]) ? above[0] : -1;
    }

    private static long edge(int upper, int lower) {
        return (long) upper << Integer.SIZE | lower;
    }
}
