package org.tributary.runtime.picture;

import java.util.List;

/** How far down ranks and boxes are. A gap between ranks is higher where lines go far to the side in it. */
final class Rows {

    private static final double ABOVE_BEND = 10;
    private static final double BELOW_BEND = 26;
    private static final double SLOPE = 0.12;
    private static final double HIGHEST_GAP = 110;

    private final RankGraph graph;
    private final List<BoxShape> shapes;
    private final double[] top;
    private final double[] bottom;

    private Rows(RankGraph graph, List<BoxShape> shapes, double[] heights, double[] gaps) {
        this.graph = graph;
        this.shapes = shapes;
        this.top = new double[heights.length];
        this.bottom = new double[heights.length];
        double y = 0;
        for (int rank = 0; rank < heights.length; rank++) {
            top[rank] = y;
            bottom[rank] = y + heights[rank];
            y = bottom[rank] + gaps[rank];
        }
    }

    static Rows of(RankGraph graph, List<BoxShape> shapes, List<Net> nets, double[] centres) {
        double[] heights = new double[graph.ranks()];
        for (int box = 0; box < shapes.size(); box++) {
            int rank = graph.rank(box);
            heights[rank] = Math.max(heights[rank], shapes.get(box).height());
        }
        for (int net = 0; net < nets.size(); net++) {
            if (!nets.get(net).part().isEmpty()) {
                heights[graph.rank(graph.chain(net)[0])] = Labels.HEIGHT;
            }
        }
        return new Rows(graph, shapes, heights, gaps(graph, centres));
    }

    /** The gap below each rank. */
    private static double[] gaps(RankGraph graph, double[] centres) {
        double[] widest = new double[graph.ranks()];
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            for (int below : graph.neighbours(vertex, false)) {
                int rank = graph.rank(vertex);
                widest[rank] = Math.max(widest[rank], Math.abs(centres[vertex] - centres[below]));
            }
        }
        double[] gaps = new double[widest.length];
        for (int rank = 0; rank < gaps.length; rank++) {
            double least = rank % 2 == 0 ? ABOVE_BEND : BELOW_BEND;
            gaps[rank] = Math.max(least, Math.min(HIGHEST_GAP, widest[rank] * SLOPE + ABOVE_BEND));
        }
        return gaps;
    }

    double top(int rank) {
        return top[rank];
    }

    double bottom(int rank) {
        return bottom[rank];
    }

    /** Boxes lower than their rank are in its middle. */
    double boxTop(int box) {
        int rank = graph.rank(box);
        return (top[rank] + bottom[rank] - shapes.get(box).height()) / 2;
    }

    double height() {
        return bottom.length == 0 ? 0 : bottom[bottom.length - 1];
    }
}
