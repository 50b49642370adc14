package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boxes and the bends of lines, each in a rank, with edges from one rank to the next only.
 *
 * <p>Layer i of the boxes is rank 2i; the ranks between hold bends and labels. A value has one chain of bends, shared by all
 * that take it.
 */
final class RankGraph {

    private final int boxes;
    private final int[] rank;
    private final double[] width;
    private final double[] gap;
    private final int[][] chains;
    private final Adjacency edges;

    private RankGraph(int boxes, int[] rank, double[] width, double[] gap, int[][] chains, Adjacency edges) {
        this.boxes = boxes;
        this.rank = rank;
        this.width = width;
        this.gap = gap;
        this.chains = chains;
        this.edges = edges;
    }

    /** Adds the bends of all lines. */
    static RankGraph of(List<BoxShape> shapes, int[] layer, List<Net> nets) {
        return new Builder(shapes, layer, nets).build();
    }

    int size() {
        return rank.length;
    }

    int ranks() {
        return Arrays.stream(rank).max().orElse(-1) + 1;
    }

    /** The number of boxes; they come first. */
    int boxes() {
        return boxes;
    }

    boolean isBend(int vertex) {
        return vertex >= boxes;
    }

    int rank(int vertex) {
        return rank[vertex];
    }

    double width(int vertex) {
        return width[vertex];
    }

    /** How far the centres of two neighbours must be from each other. */
    double distance(int left, int right) {
        return (width[left] + width[right] + gap[left] + gap[right]) / 2;
    }

    /** The vertices of the rank above that lead here, or below that are led to. */
    int[] neighbours(int vertex, boolean above) {
        return above ? edges.before(vertex) : edges.after(vertex);
    }

    /** The bends of a value's line from top to bottom. */
    int[] chain(int net) {
        return chains[net];
    }

    /** The vertices of each rank as they were made. */
    int[][] byRank() {
        int[] sizes = new int[ranks()];
        for (int value : rank) {
            sizes[value]++;
        }
        int[][] rows = new int[sizes.length][];
        Arrays.setAll(rows, i -> new int[sizes[i]]);
        for (int vertex = size() - 1; vertex >= 0; vertex--) {
            rows[rank[vertex]][--sizes[rank[vertex]]] = vertex;
        }
        return rows;
    }

    /** Collects vertices and edges. */
    private static final class Builder {

        private static final double BOX_GAP = 30;
        private static final double BEND_GAP = 14;
        private static final double LABEL_PADDING = 8;

        private final List<BoxShape> shapes;
        private final int[] layer;
        private final List<Net> nets;
        private final int[][] chains;
        private final List<int[]> pairs = new ArrayList<>();
        private int[] rank;
        private double[] width;
        private double[] gap;
        private int size;

        Builder(List<BoxShape> shapes, int[] layer, List<Net> nets) {
            this.shapes = shapes;
            this.layer = layer;
            this.nets = nets;
            this.chains = new int[nets.size()][];
            this.rank = new int[2 * shapes.size() + 1];
            this.width = new double[rank.length];
            this.gap = new double[rank.length];
        }

        RankGraph build() {
            for (int box = 0; box < layer.length; box++) {
                add(2 * layer[box], shapes.get(box).width(), BOX_GAP);
            }
            for (int net = 0; net < chains.length; net++) {
                chains[net] = addChain(nets.get(net));
            }
            return new RankGraph(
                    shapes.size(),
                    Arrays.copyOf(rank, size),
                    Arrays.copyOf(width, size),
                    Arrays.copyOf(gap, size),
                    chains,
                    Adjacency.of(size, pairs));
        }

        private int[] addChain(Net net) {
            int first = 2 * layer[net.from()] + 1;
            int last = net.to().stream().mapToInt(to -> 2 * layer[to] - 1).max().orElseThrow();
            int[] chain = new int[last - first + 1];
            int above = net.from();
            for (int i = 0; i < chain.length; i++) {
                double label = i == 0 && !net.part().isEmpty() ? LABEL_PADDING + Labels.width(net.part()) : 0;
                chain[i] = add(first + i, label, BEND_GAP);
                pairs.add(new int[] {above, chain[i]});
                above = chain[i];
            }
            net.to().forEach(to -> pairs.add(new int[] {chain[2 * layer[to] - 1 - first], to}));
            return chain;
        }

        private int add(int where, double wide, double free) {
            if (size == rank.length) {
                rank = Arrays.copyOf(rank, 2 * size);
                width = Arrays.copyOf(width, 2 * size);
                gap = Arrays.copyOf(gap, 2 * size);
            }
            rank[size] = where;
            width[size] = wide;
            gap[size] = free;
            return size++;
        }
    }
}
