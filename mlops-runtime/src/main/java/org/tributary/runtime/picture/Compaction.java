package org.tributary.runtime.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Puts blocks as far to the left as their distances allow, then each back to the right where only its left is held. */
final class Compaction {

    private final RankGraph graph;
    private final int[] root;
    private final Adjacency neighbours;
    private final double[][] distances;
    private final double[] place;

    private Compaction(RankGraph graph, int[][] order, Blocks blocks) {
        this.graph = graph;
        this.root = blocks.root();
        List<int[]> pairs = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        for (int[] row : order) {
            for (int i = 1; i < row.length; i++) {
                pairs.add(new int[] {root[row[i - 1]], root[row[i]]});
                lengths.add(graph.distance(row[i - 1], row[i]));
            }
        }
        this.neighbours = Adjacency.of(graph.size(), pairs);
        this.distances = distances(pairs, lengths);
        this.place = new double[graph.size()];
    }

    /** The centre of each vertex. */
    static double[] of(RankGraph graph, int[][] order, Blocks blocks) {
        Compaction compaction = new Compaction(graph, order, blocks);
        List<Integer> fromLeft = compaction.fromLeft();
        fromLeft.forEach(compaction::pushRight);
        Collections.reverse(fromLeft);
        fromLeft.forEach(compaction::pullRight);
        return Arrays.stream(compaction.root)
                .mapToDouble(block -> compaction.place[block])
                .toArray();
    }

    /** The distances along the rows of {@link Adjacency#after}. */
    private double[][] distances(List<int[]> pairs, List<Double> lengths) {
        double[][] rows = new double[graph.size()][];
        Arrays.setAll(rows, i -> new double[neighbours.after(i).length]);
        int[] filled = new int[graph.size()];
        for (int i = 0; i < lengths.size(); i++) {
            int left = pairs.get(i)[0];
            rows[left][filled[left]++] = lengths.get(i);
        }
        return rows;
    }

    /** All blocks, each after those on its left: blocks never cross, so there is such an order. */
    private List<Integer> fromLeft() {
        int[] waiting = new int[graph.size()];
        Deque<Integer> free = new ArrayDeque<>();
        for (int block = 0; block < waiting.length; block++) {
            waiting[block] = neighbours.before(block).length;
            if (root[block] == block && waiting[block] == 0) {
                free.add(block);
            }
        }
        List<Integer> sorted = new ArrayList<>();
        while (!free.isEmpty()) {
            int block = free.remove();
            sorted.add(block);
            for (int right : neighbours.after(block)) {
                if (--waiting[right] == 0) {
                    free.add(right);
                }
            }
        }
        return sorted;
    }

    private void pushRight(int block) {
        int[] right = neighbours.after(block);
        for (int i = 0; i < right.length; i++) {
            place[right[i]] = Math.max(place[right[i]], place[block] + distances[block][i]);
        }
    }

    private void pullRight(int block) {
        double most = Double.POSITIVE_INFINITY;
        int[] right = neighbours.after(block);
        for (int i = 0; i < right.length; i++) {
            most = Math.min(most, place[right[i]] - distances[block][i]);
        }
        if (right.length > 0) {
            place[block] = Math.max(place[block], most);
        }
    }
}
