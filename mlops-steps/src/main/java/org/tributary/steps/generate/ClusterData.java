package org.tributary.steps.generate;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/**
 * Makes points that lie around centres.
 *
 * <p><b>Formula.</b> The centres are the first points of a grid, {@code distance} apart: with three to four clusters and two
 * features (0, 0), (d, 0), (0, d) and (d, d). Each row belongs to one of the clusters, all equally likely, and is its centre
 * plus {@code noise} times a number of mean 0 and deviation 1 in each feature. Of two neighbours, a point lies nearer to the
 * other one's centre with the probability that such a number is beyond {@code distance / (2 * noise)}: 0.02 % for 7, 2.3 % for 4
 * deviations between the centres.
 *
 * <p><b>Columns:</b> the features {@code x1}, {@code x2} ..., then {@code cluster} with {@code c1}, {@code c2} ...,
 * which is never missing. <b>Reproducible:</b> equal settings give equal bytes on each machine, Java version and
 * locale; the first rows do not depend on {@code rows}, nor the values that are there on {@code missing}. <b>Cache:</b>
 * as of a step that reads a file. <b>Failure:</b> settings out of range are a
 * {@link org.tributary.pipeline.PipelineException} {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param features how many features, 1 to 100,000; 2 by default
 * @param clusters how many clusters, 1 to 1,000; 3 by default
 * @param distance between the centres of two neighbours, 0 to 1,000,000; 10 by default
 * @param noise the deviation of the points from their centre in each feature, 0 to 1,000,000; 1 by default
 * @param missing the share of values without one in each feature, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record ClusterData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "How many features.", min = 1, max = 100_000)
        int features,

        @Setting(doc = "How many clusters.", min = 1, max = 1000)
        int clusters,

        @Setting(doc = "Between the centres of two neighbours.", min = 0, max = 1e6)
        double distance,

        @Setting(doc = "The deviation of the points from their centre.", min = 0, max = 1e6)
        double noise,

        @Setting(doc = "The share of missing values in each feature.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    /** Checks the settings. */
    public ClusterData {
        Ranges.rows(rows);
        Ranges.count("features", features, 1, 100_000);
        Ranges.count("clusters", clusters, 1, 1000);
        Ranges.number("distance", distance, 1e6);
        Ranges.number("noise", noise, 1e6);
        Ranges.number("missing", missing, 1);
    }

    /** Three clusters in a plane, whose points hardly mix. */
    public static ClusterData of(int rows) {
        return new ClusterData(rows, 2, 3, 10, 1, 0, 42);
    }

    /** With another number of features. */
    public ClusterData withFeatures(int features) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** With another number of clusters. */
    public ClusterData withClusters(int clusters) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** With another distance between the centres of two neighbours. */
    public ClusterData withDistance(double distance) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** With another deviation of the points from their centre. */
    public ClusterData withNoise(double noise) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** With another share of missing values. */
    public ClusterData withMissing(double missing) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** With another seed. */
    public ClusterData withSeed(long seed) {
        return new ClusterData(rows, features, clusters, distance, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-clusters 1"));
    }

    /** Makes the table, outside a pipeline. */
    public Table table() {
        return new Rows().table(rows);
    }

    /** Makes the table and logs the metric {@code <step>.rows}. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        return new Rows().table(rows, context);
    }

    /**
     * The centre of a cluster, with a coordinate for each feature.
     *
     * @param cluster from 1 to {@code clusters}, as in its label
     */
    public double[] centre(int cluster) {
        int rest = Objects.checkIndex(cluster - 1, clusters);
        int side = side();
        double[] centre = new double[features];
        for (int i = 0; i < features; i++) {
            centre[i] = rest % side * distance;
            rest /= side;
        }
        return centre;
    }

    /** How many points of the grid lie in one row of it. */
    private int side() {
        int side = 1;
        while (points(side) < clusters) {
            side++;
        }
        return side;
    }

    private long points(int side) {
        long points = 1;
        for (int i = 0; i < features && side > 1 && points < clusters; i++) {
            points *= side;
        }
        return points;
    }

    private final class Rows implements Generator {
        private final Draws draws = new Draws(seed);
        private final Draws members = draws.fork();
        private final Draws values = draws.fork();
        private final NumberFeatures columns = new NumberFeatures(NumberFeatures.named("x", features), draws, missing);
        private final Labels labels = new Labels("cluster", NumberFeatures.named("c", clusters), draws, 0);
        private final double[][] centres = IntStream.rangeClosed(1, clusters)
                .mapToObj(ClusterData.this::centre)
                .toArray(double[][]::new);
        private final double[] row = new double[features];

        @Override
        public void addRow() {
            int cluster = members.below(clusters);
            for (int i = 0; i < features; i++) {
                row[i] = centres[cluster][i] + noise * values.gaussian();
            }
            columns.add(row);
            labels.add(cluster);
        }

        @Override
        public Table table() {
            return columns.before(labels.build());
        }
    }
}
