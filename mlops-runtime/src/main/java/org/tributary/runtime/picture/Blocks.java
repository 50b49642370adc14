package org.tributary.runtime.picture;

import java.util.Arrays;

/**
 * Vertices that stand exactly below each other.
 *
 * @param root one vertex of the block of each vertex
 */
record Blocks(int[] root) {

    /**
     * Joins each vertex with the middle one of its neighbours, unless a line that was made straight is in the way.
     *
     * @param above whether the neighbours are those above
     */
    static Blocks of(RankGraph graph, int[][] order, Conflicts conflicts, boolean above) {
        int size = graph.size();
        int[] root = new int[size];
        Arrays.setAll(root, i -> i);
        int[] place = Crossings.places(graph, order);
        for (int i = 0; i < order.length; i++) {
            int[] row = order[above ? i : order.length - 1 - i];
            int last = -1;
            for (int vertex : row) {
                int partner = partner(graph, vertex, place, last, conflicts, above);
                if (partner >= 0) {
                    root[vertex] = root[partner];
                    last = place[partner];
                }
            }
        }
        return new Blocks(root);
    }

    /** The neighbour in the middle, or the second one where there are two; none if neither is free. */
    private static int partner(RankGraph graph, int vertex, int[] place, int last, Conflicts conflicts, boolean above) {
        int[] sorted = sortedByPlace(graph.neighbours(vertex, above), place);
        for (int i = (sorted.length - 1) / 2; i <= sorted.length / 2 && i < sorted.length; i++) {
            int candidate = sorted[i];
            boolean isBarred = above ? conflicts.has(candidate, vertex) : conflicts.has(vertex, candidate);
            if (place[candidate] > last && !isBarred) {
                return candidate;
            }
        }
        return -1;
    }

    private static int[] sortedByPlace(int[] vertices, int[] place) {
        long[] keys = new long[vertices.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) place[vertices[i]] << Integer.SIZE | vertices[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
