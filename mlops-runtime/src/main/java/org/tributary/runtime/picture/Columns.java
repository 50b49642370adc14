package org.tributary.runtime.picture;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Gives each vertex a place from left to right so that long lines are straight and boxes stand near the middle of what they are
 * joined to (Brandes and Köpf, 2001): four placements, each as far to one side as it goes, and of them the mean of the two in the
 * middle.
 */
final class Columns {

    private Columns() {}

    /** The centre of each vertex, such that the leftmost side is at 0. */
    static double[] of(RankGraph graph, int[][] order) {
        Conflicts conflicts = Conflicts.of(graph, order);
        double[][] placements = new double[4][];
        for (int i = 0; i < placements.length; i++) {
            boolean above = i < 2;
            boolean fromLeft = i % 2 == 0;
            int[][] view = fromLeft ? order : mirrored(order);
            Blocks blocks = Blocks.of(graph, view, conflicts, above);
            double[] places = Compaction.of(graph, view, blocks);
            placements[i] = fromLeft ? places : negated(places);
        }
        align(graph, placements);
        return fromZero(graph, Settling.of(graph, order, middle(placements)));
    }

    private static int[][] mirrored(int[][] order) {
        return Arrays.stream(order)
                .map(row -> {
                    int[] turned = new int[row.length];
                    Arrays.setAll(turned, i -> row[row.length - 1 - i]);
                    return turned;
                })
                .toArray(int[][]::new);
    }

    private static double[] negated(double[] places) {
        return Arrays.stream(places).map(place -> -place).toArray();
    }

    /** Shifts placements onto the narrowest: those from the left with the left side, the others with the right. */
    private static void align(RankGraph graph, double[][] placements) {
        double[] lefts =
                Arrays.stream(placements).mapToDouble(xs -> left(graph, xs)).toArray();
        double[] rights =
                Arrays.stream(placements).mapToDouble(xs -> right(graph, xs)).toArray();
        int narrowest = 0;
        for (int i = 1; i < placements.length; i++) {
            if (rights[i] - lefts[i] < rights[narrowest] - lefts[narrowest]) {
                narrowest = i;
            }
        }
        for (int i = 0; i < placements.length; i++) {
            double shift = i % 2 == 0 ? lefts[narrowest] - lefts[i] : rights[narrowest] - rights[i];
            placements[i] = Arrays.stream(placements[i]).map(x -> x + shift).toArray();
        }
    }

    private static double[] middle(double[][] placements) {
        double[] middle = new double[placements[0].length];
        for (int vertex = 0; vertex < middle.length; vertex++) {
            int at = vertex;
            double[] four = DoubleStream.of(placements[0][at], placements[1][at], placements[2][at], placements[3][at])
                    .sorted()
                    .toArray();
            middle[vertex] = (four[1] + four[2]) / 2;
        }
        return middle;
    }

    private static double[] fromZero(RankGraph graph, double[] places) {
        double left = left(graph, places);
        return Arrays.stream(places).map(place -> place - left).toArray();
    }

    private static double left(RankGraph graph, double[] places) {
        double left = Double.POSITIVE_INFINITY;
        for (int vertex = 0; vertex < places.length; vertex++) {
            left = Math.min(left, places[vertex] - graph.width(vertex) / 2);
        }
        return left;
    }

    private static double right(RankGraph graph, double[] places) {
        double right = Double.NEGATIVE_INFINITY;
        for (int vertex = 0; vertex < places.length; vertex++) {
            right = Math.max(right, places[vertex] + graph.width(vertex) / 2);
        }
        return right;
    }
}
