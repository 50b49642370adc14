package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.picture.Pipelines.Join;
import org.tributary.runtime.picture.Pipelines.Join3;
import org.tributary.runtime.picture.Pipelines.Read;
import org.tributary.runtime.picture.Pipelines.Rows;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;
import org.tributary.runtime.picture.Scene.Level;
import org.tributary.runtime.picture.Scene.Link;

/** How often lines cross in graphs whose least number is known. */
final class CrossingsTest {

    private static long crossings(Pipeline<?> pipeline) {
        return crossings(SceneReader.read(pipeline, RunStates.none()).level());
    }

    private static long crossings(Level level) {
        RankGraph graph = graph(level);
        return Crossings.count(graph, Ordering.of(graph));
    }

    private static RankGraph graph(Level level) {
        List<Net> nets = Net.of(level.links());
        List<int[]> pairs = level.links().stream()
                .map(link -> new int[] {link.from(), link.to()})
                .toList();
        int[] layer = Layers.of(Adjacency.of(level.items().size(), pairs));
        List<BoxShape> shapes = level.items().stream()
                .map(item -> BoxShape.of(item, List.of(), Optional.empty()))
                .toList();
        return RankGraph.of(shapes, layer, nets);
    }

    /** A level with this many items and links given as pairs. */
    private static Level level(int items, int... ends) {
        List<Item> list = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            list.add(new Item(
                    "n" + i,
                    "n" + i,
                    Kind.STEP,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false));
        }
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            links.add(new Link(ends[i], ends[i + 1], ""));
        }
        return new Level(list, links);
    }

    @Test
    void pipelinesOfThisPackage_haveNone() {
        assertThat(crossings(Pipelines.training())).isZero();
        assertThat(crossings(Pipelines.nested())).isZero();
        assertThat(crossings(Pipelines.fan(100))).isZero();
        assertThat(crossings(Pipelines.chain(100))).isZero();
    }

    @Test
    void treeWithShuffledBranches_hasNone() {
        assertThat(crossings(level(11, 0, 2, 0, 1, 1, 6, 2, 4, 1, 3, 2, 5, 3, 10, 5, 7, 4, 8, 6, 9)))
                .isZero();
    }

    @Test
    void twistedLadder_hasNone() {
        // Two chains, named so that the first order crosses each rung.
        assertThat(crossings(level(8, 0, 3, 1, 2, 2, 5, 3, 4, 4, 7, 5, 6))).isZero();
    }

    @Test
    void diamondWithALongSide_hasNone() {
        assertThat(crossings(level(6, 0, 1, 0, 2, 1, 3, 3, 4, 2, 5, 4, 5, 0, 5)))
                .isZero();
    }

    @Test
    void threeThatAllTakeFromThree_haveNine() {
        Pipeline<Rows> pipeline = Pipeline.define("k33", p -> {
            Node<Rows> a = p.add("a", new Read("a"));
            Node<Rows> b = p.add("b", new Read("b"));
            Node<Rows> c = p.add("c", new Read("c"));
            p.add("x", new Join3(), a, b, c);
            p.add("y", new Join3(), a, b, c);
            return p.add("z", new Join3(), a, b, c);
        });
        assertThat(crossings(pipeline)).isEqualTo(9);
    }

    @Test
    void twoThatBothTakeFromTwo_haveOne() {
        Pipeline<Rows> pipeline = Pipeline.define("k22", p -> {
            Node<Rows> a = p.add("a", new Read("a"));
            Node<Rows> b = p.add("b", new Read("b"));
            p.add("x", new Join(), a, b);
            return p.add("y", new Join(), b, a);
        });
        assertThat(crossings(pipeline)).isEqualTo(1);
    }

    @Test
    void count_ofAnyOrder_isThatOfComparingAllPairs() {
        for (long seed = 1; seed <= 30; seed++) {
            RankGraph graph = graph(SceneReader.read(Pipelines.random(seed, 30), RunStates.none())
                    .level());
            int[][] order = shuffled(graph.byRank(), new Random(seed));
            assertThat(Crossings.count(graph, order)).as("seed " + seed).isEqualTo(compared(graph, order));
        }
    }

    @Test
    void ordering_isNotWorseThanTheFirstOrder() {
        for (long seed = 1; seed <= 30; seed++) {
            RankGraph graph = graph(SceneReader.read(Pipelines.random(seed, 60), RunStates.none())
                    .level());
            assertThat(Crossings.count(graph, Ordering.of(graph)))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(Crossings.count(graph, FirstOrder.of(graph, false)));
        }
    }

    private static int[][] shuffled(int[][] order, Random random) {
        for (int[] row : order) {
            for (int i = row.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int vertex = row[i];
                row[i] = row[other];
                row[other] = vertex;
            }
        }
        return order;
    }

    private static long compared(RankGraph graph, int[][] order) {
        int[] place = Crossings.places(graph, order);
        long count = 0;
        for (int[] row : order) {
            for (int left = 0; left < row.length; left++) {
                for (int right = left + 1; right < row.length; right++) {
                    int[] ofRight = graph.neighbours(row[right], false);
                    for (int below : graph.neighbours(row[left], false)) {
                        count += Arrays.stream(ofRight)
                                .filter(end -> place[end] < place[below])
                                .count();
                    }
                }
            }
        }
        return count;
    }
}
