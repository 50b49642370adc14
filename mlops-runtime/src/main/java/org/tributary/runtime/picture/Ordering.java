package org.tributary.runtime.picture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Orders the vertices of each rank so that few lines cross: sweeps down and up by the mean or the median of the neighbours'
 * places, then swaps of neighbours in small graphs (Sugiyama, Tagawa and Toda, 1981; Gansner et al., 1993). The best order seen
 * is taken. How long it goes on depends on the size of the graph, never on a clock.
 */
final class Ordering {

    private static final int MOST_SWEEPS = 24;
    private static final int LEAST_SWEEPS = 4;
    private static final int SWEEP_BUDGET = 1_000_000;
    private static final int MOST_SWAPPED = 3_000;
    private static final int SWAP_ROUNDS = 8;

    private final RankGraph graph;
    private final int[][] order;
    private final int[] place;
    private int[][] best;
    private long fewest;

    private Ordering(RankGraph graph, int[][] start) {
        this.graph = graph;
        this.order = start;
        this.place = Crossings.places(graph, start);
        this.best = copy(start);
        this.fewest = Crossings.count(graph, start);
    }

    /** The vertices of each rank from left to right. */
    static int[][] of(RankGraph graph) {
        Ordering forwards = new Ordering(graph, FirstOrder.of(graph, false));
        forwards.sweep();
        if (forwards.fewest == 0 || graph.size() > MOST_SWAPPED) {
            return forwards.straightened();
        }
        Ordering backwards = new Ordering(graph, FirstOrder.of(graph, true));
        backwards.sweep();
        return (backwards.fewest < forwards.fewest ? backwards : forwards).straightened();
    }

    /** The best order, in which lines that cross either above or below a bend do so below: they leave their box upright. */
    private int[][] straightened() {
        Ordering result = new Ordering(graph, best);
        boolean changed = true;
        for (int round = 0; changed && round < SWAP_ROUNDS; round++) {
            changed = false;
            for (int rank = 1; rank < best.length; rank += 2) {
                changed |= result.straighten(result.order[rank]);
            }
        }
        return result.order;
    }

    private boolean straighten(int[] row) {
        boolean changed = false;
        for (int i = 0; i + 1 < row.length; i++) {
            int above = graph.neighbours(row[i], true)[0];
            int nextAbove = graph.neighbours(row[i + 1], true)[0];
            if (place[above] > place[nextAbove] && crossings(row[i], row[i + 1]) >= crossings(row[i + 1], row[i])) {
                swap(row, i);
                changed = true;
            }
        }
        return changed;
    }

    private void sweep() {
        int sweeps = Math.max(LEAST_SWEEPS, Math.min(MOST_SWEEPS, SWEEP_BUDGET / Math.max(1, graph.size())));
        for (int i = 0; i < sweeps && fewest > 0; i++) {
            sweep(i % 2 == 0, i % 4 < 2);
            if (graph.size() <= MOST_SWAPPED) {
                swap();
            }
            keepIfBetter();
        }
    }

    private void keepIfBetter() {
        long crossings = Crossings.count(graph, order);
        if (crossings < fewest) {
            fewest = crossings;
            best = copy(order);
        }
    }

    private void sweep(boolean down, boolean byMean) {
        for (int i = 1; i < order.length; i++) {
            int[] row = order[down ? i : order.length - 1 - i];
            sort(row, down, byMean);
        }
    }

    /** Sorts a rank; vertices without neighbours stay where they are. */
    private void sort(int[] row, boolean above, boolean byMean) {
        int[] moving = IntStream.range(0, row.length)
                .filter(i -> graph.neighbours(row[i], above).length > 0)
                .toArray();
        long[] keys = new long[moving.length];
        for (int i = 0; i < keys.length; i++) {
            float aim = aim(graph.neighbours(row[moving[i]], above), byMean);
            keys[i] = (long) Float.floatToIntBits(aim) << Integer.SIZE
                    | moving[i]; // the bits of floats above 0 sort as they do
        }
        Arrays.sort(keys);
        int[] old = row.clone();
        for (int i = 0; i < keys.length; i++) {
            row[moving[i]] = old[(int) keys[i]];
            place[row[moving[i]]] = moving[i];
        }
    }

    private float aim(int[] neighbours, boolean byMean) {
        if (byMean) {
            long sum = 0;
            for (int neighbour : neighbours) {
                sum += place[neighbour];
            }
            return (float) sum / neighbours.length;
        }
        int[] places = places(neighbours);
        int middle = places.length / 2;
        return places.length % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2f;
    }

    private int[] places(int[] vertices) {
        int[] places = new int[vertices.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = place[vertices[i]];
        }
        Arrays.sort(places);
        return places;
    }

    /** Swaps neighbours as long as that removes crossings. */
    private void swap() {
        boolean better = true;
        for (int round = 0; better && round < SWAP_ROUNDS; round++) {
            better = false;
            for (int[] row : order) {
                better |= swap(row);
            }
        }
    }

    private boolean swap(int[] row) {
        boolean better = false;
        for (int i = 0; i + 1 < row.length; i++) {
            if (crossings(row[i], row[i + 1]) > crossings(row[i + 1], row[i])) {
                swap(row, i);
                better = true;
            }
        }
        return better;
    }

    private void swap(int[] row, int left) {
        int vertex = row[left];
        row[left] = row[left + 1];
        row[left + 1] = vertex;
        place[row[left]] = left;
        place[vertex] = left + 1;
    }

    private long crossings(int left, int right) {
        return crossings(left, right, true) + crossings(left, right, false);
    }

    private long crossings(int left, int right, boolean above) {
        int[] ofLeft = places(graph.neighbours(left, above));
        int[] ofRight = places(graph.neighbours(right, above));
        long sum = 0;
        int passed = 0;
        for (int end : ofLeft) {
            while (passed < ofRight.length && ofRight[passed] < end) {
                passed++;
            }
            sum += passed;
        }
        return sum;
    }

    private static int[][] copy(int[][] order) {
        return Arrays.stream(order).map(int[]::clone).toArray(int[][]::new);
    }
}
