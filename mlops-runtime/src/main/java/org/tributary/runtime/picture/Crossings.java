package org.tributary.runtime.picture;

import java.util.Arrays;

/** Counts how often lines cross: for two ranks in the time of sorting their edges (Barth, Mutzel and Jünger, 2004). */
final class Crossings {

    private Crossings() {}

    /** Counts the crossings between all ranks. */
    static long count(RankGraph graph, int[][] order) {
        int[] place = places(graph, order);
        long sum = 0;
        for (int rank = 0; rank + 1 < order.length; rank++) {
            sum += between(graph, order[rank], order[rank + 1].length, place);
        }
        return sum;
    }

    /** Where each vertex is in its rank. */
    static int[] places(RankGraph graph, int[][] order) {
        int[] place = new int[graph.size()];
        for (int[] row : order) {
            for (int i = 0; i < row.length; i++) {
                place[row[i]] = i;
            }
        }
        return place;
    }

    private static long between(RankGraph graph, int[] upper, int lowerSize, int[] place) {
        long[] passed = new long[lowerSize + 1];
        long all = 0;
        long sum = 0;
        for (int vertex : upper) {
            int[] ends = Arrays.stream(graph.neighbours(vertex, false))
                    .map(below -> place[below])
                    .toArray();
            for (int end : ends) {
                sum += all - upTo(passed, end);
            }
            for (int end : ends) {
                add(passed, end);
            }
            all += ends.length;
        }
        return sum;
    }

    /** Fenwick's tree: how many ends are at this place or left of it. */
    private static long upTo(long[] tree, int place) {
        long sum = 0;
        for (int i = place + 1; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    private static void add(long[] tree, int place) {
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }
}
