package org.tributary.runtime.picture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The order in which a walk in depth from the tops first meets the vertices: a tree has no crossings in it. */
final class FirstOrder {

    private final RankGraph graph;
    private final int[][] order;
    private final int[] filled;
    private final boolean[] met;
    private final Deque<Integer> open = new ArrayDeque<>();

    private FirstOrder(RankGraph graph) {
        this.graph = graph;
        this.order = graph.byRank();
        this.filled = new int[order.length];
        this.met = new boolean[graph.size()];
    }

    /**
     * Walks.
     *
     * @param backwards starts with the last top and takes the last way first
     */
    static int[][] of(RankGraph graph, boolean backwards) {
        FirstOrder walk = new FirstOrder(graph);
        for (int i = 0; i < graph.boxes(); i++) {
            int box = backwards ? graph.boxes() - 1 - i : i;
            if (graph.neighbours(box, true).length == 0) {
                walk.from(box, backwards);
            }
        }
        return walk.order;
    }

    private void from(int top, boolean backwards) {
        open.push(top);
        while (!open.isEmpty()) {
            int vertex = open.pop();
            if (!met[vertex]) {
                met[vertex] = true;
                int rank = graph.rank(vertex);
                order[rank][filled[rank]++] = vertex;
                pushAll(graph.neighbours(vertex, false), backwards);
            }
        }
    }

    /** The one pushed last is walked first; a line that goes on is walked when half of the boxes are, so that it is amid them. */
    private void pushAll(int[] below, boolean backwards) {
        int[] ways = new int[below.length];
        int boxes = (int) Arrays.stream(below).filter(way -> !graph.isBend(way)).count();
        int left = 0;
        int middle = boxes / 2;
        int right = middle + below.length - boxes;
        for (int i = 0; i < below.length; i++) {
            int way = below[backwards ? below.length - 1 - i : i];
            if (graph.isBend(way)) {
                ways[middle++] = way;
            } else if (left < boxes / 2) {
                ways[left++] = way;
            } else {
                ways[right++] = way;
            }
        }
        for (int i = ways.length - 1; i >= 0; i--) {
            open.push(ways[i]);
        }
    }
}
