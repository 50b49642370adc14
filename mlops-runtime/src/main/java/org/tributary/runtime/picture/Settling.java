package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves boxes and straight pieces of lines sideways to the median of what they are joined to, as far as their neighbours leave
 * room: each move makes lines shorter, or nothing moves.
 */
final class Settling {

    private static final int SWEEP_BUDGET = 60_000;
    private static final int MOST_SWEEPS = 16;
    private static final int LEAST_SWEEPS = 2;
    private static final double SAME = 1e-6;

    private final RankGraph graph;
    private final int[][] order;
    private final int[] place;
    private final double[] centre;
    /** The pieces: vertices that stay below each other. */
    private final List<int[]> pieces = new ArrayList<>();

    private Settling(RankGraph graph, int[][] order, double[] centre) {
        this.graph = graph;
        this.order = order;
        this.place = Crossings.places(graph, order);
        this.centre = centre.clone();
    }

    /** Settled centres; the given ones must keep the distances, and these do too. */
    static double[] of(RankGraph graph, int[][] order, double[] centres) {
        Settling settling = new Settling(graph, order, centres);
        settling.collect();
        int sweeps = Math.max(LEAST_SWEEPS, Math.min(MOST_SWEEPS, SWEEP_BUDGET / Math.max(1, graph.size())));
        for (int i = 0; i < sweeps; i++) {
            settling.pieces.forEach(settling::move);
            Collections.reverse(settling.pieces);
        }
        return settling.centre;
    }

    /** Pieces from top to bottom: each begins where a line is not straight above. */
    private void collect() {
        for (int[] row : order) {
            for (int vertex : row) {
                if (!graph.isBend(vertex) || !isStraight(graph.neighbours(vertex, true)[0], vertex)) {
                    pieces.add(piece(vertex));
                }
            }
        }
    }

    /** A line is straight from one bend to the next, or from its box if that has no other. */
    private boolean isStraight(int upper, int lower) {
        boolean isOne = graph.isBend(upper) || graph.neighbours(upper, false).length == 1;
        return isOne && Math.abs(centre[upper] - centre[lower]) < SAME;
    }

    private int[] piece(int top) {
        IntStream.Builder piece = IntStream.builder();
        for (int vertex = top; vertex >= 0; vertex = nextBend(vertex)) {
            piece.add(vertex);
        }
        return piece.build().toArray();
    }

    private int nextBend(int vertex) {
        for (int below : graph.neighbours(vertex, false)) {
            if (graph.isBend(below) && isStraight(vertex, below)) {
                return below;
            }
        }
        return -1;
    }

    private void move(int[] piece) {
        double[] aims = aims(piece);
        if (aims.length == 0) {
            return;
        }
        double now = centre[piece[0]];
        double aim = Math.max(aims[(aims.length - 1) / 2], Math.min(aims[aims.length / 2], now));
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (int vertex : piece) {
            int[] row = order[graph.rank(vertex)];
            int at = place[vertex];
            least = at == 0 ? least : Math.max(least, centre[row[at - 1]] + graph.distance(row[at - 1], vertex));
            most = at + 1 == row.length
                    ? most
                    : Math.min(most, centre[row[at + 1]] - graph.distance(vertex, row[at + 1]));
        }
        double moved = aim < now ? Math.min(now, Math.max(aim, least)) : Math.max(now, Math.min(aim, most));
        for (int vertex : piece) {
            centre[vertex] = moved;
        }
    }

    private boolean isOnlyLineOfABox(int vertex) {
        int[] above = graph.neighbours(vertex, true);
        return graph.isBend(vertex) && !graph.isBend(above[0]) && graph.neighbours(above[0], false).length == 1;
    }

    /** Where all is that is joined to a piece, sorted; a box draws its only line as strongly as all else together. */
    private double[] aims(int[] piece) {
        int below = 1 - piece.length;
        for (int vertex : piece) {
            below += graph.neighbours(vertex, false).length;
        }
        int[] above = graph.neighbours(piece[0], true);
        int weight = isOnlyLineOfABox(piece[0]) ? below + 1 : 1;
        double[] aims = new double[below + weight * above.length];
        int filled = 0;
        for (int i = 0; i < weight * above.length; i++) {
            aims[filled++] = centre[above[i / weight]];
        }
        for (int i = 0; i < piece.length; i++) {
            for (int vertex : graph.neighbours(piece[i], false)) {
                if (i + 1 == piece.length || vertex != piece[i + 1]) {
                    aims[filled++] = centre[vertex];
                }
            }
        }
        Arrays.sort(aims);
        return aims;
    }
}
