package org.tributary.steps.generate;

import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/**
 * Makes rows of numbers that belong to classes which a linear model can tell apart.
 *
 * <p><b>Formula.</b> The features {@code x1}, {@code x2} ... are independent, with mean 0 and deviation 1. The informative ones
 * speak for the classes in turn: with two classes {@code x1}, {@code x3} ... for {@code c1} and {@code x2}, {@code x4} ... for
 * {@code c2}. The score of a class is the sum of its features divided by the root of their number, and the class with the
 * greatest score is the true one. {@code label} says it, but for the share {@code noise} of the rows one of the other classes.
 * All classes are equally likely. The best reachable accuracy is {@code 1 - noise}; missing values lower it.
 *
 * <p><b>Columns:</b> the features, then {@code label}, which is never missing. <b>Reproducible:</b> equal settings give equal
 * bytes on each machine, Java version and locale; the first rows do not depend on {@code rows}, nor the values that are there
 * on {@code missing}. <b>Cache:</b> as of a step that reads a file. <b>Failure:</b> settings out of range are a
 * {@link org.tributary.pipeline.PipelineException} {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param features how many features, 1 to 100,000; 10 by default
 * @param informative how many of them decide the class: at least {@code classes}, at most {@code features}; 5 by default
 * @param classes how many classes, 2 to 1,000; 2 by default
 * @param noise the share of rows with a wrong label, 0 to 0.5; 0 by default
 * @param missing the share of values without one in each feature, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record ClassificationData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "How many features.", min = 1, max = 100_000)
        int features,

        @Setting(doc = "How many features decide the class; at least as many as classes.", min = 2, max = 100_000)
        int informative,

        @Setting(doc = "How many classes.", min = 2, max = 1000)
        int classes,

        @Setting(doc = "The share of rows with a wrong label.", min = 0, max = 0.5)
        double noise,

        @Setting(doc = "The share of missing values in each feature.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    /** Checks the settings. */
    public ClassificationData {
        Ranges.rows(rows);
        Ranges.count("features", features, 1, 100_000);
        Ranges.count("classes", classes, 2, 1000);
        Ranges.count("informative", informative, 2, 100_000);
        Ranges.within("informative", informative, "features", features);
        Ranges.within("classes", classes, "informative", informative);
        Ranges.number("noise", noise, 0.5);
        Ranges.number("missing", missing, 1);
    }

    /** Two classes that five of ten features decide, without noise. */
    public static ClassificationData of(int rows) {
        return new ClassificationData(rows, 10, 5, 2, 0, 0, 42);
    }

    /** With so many features, of which so many decide the class. */
    public ClassificationData withFeatures(int features, int informative) {
        return new ClassificationData(rows, features, informative, classes, noise, missing, seed);
    }

    /** With another number of classes. */
    public ClassificationData withClasses(int classes) {
        return new ClassificationData(rows, features, informative, classes, noise, missing, seed);
    }

    /** With another share of wrong labels. */
    public ClassificationData withNoise(double noise) {
        return new ClassificationData(rows, features, informative, classes, noise, missing, seed);
    }

    /** With another share of missing values. */
    public ClassificationData withMissing(double missing) {
        return new ClassificationData(rows, features, informative, classes, noise, missing, seed);
    }

    /** With another seed. */
    public ClassificationData withSeed(long seed) {
        return new ClassificationData(rows, features, informative, classes, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-classification 1"));
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

    private final class Rows implements Generator {
        private final Draws draws = new Draws(seed);
        private final Draws values = draws.fork();
        private final Labels labels = new Labels("label", NumberFeatures.named("c", classes), draws.fork(), noise);
        private final NumberFeatures columns = new NumberFeatures(NumberFeatures.named("x", features), draws, missing);
        private final double[] row = new double[features];
        private final double[] scores = new double[classes];

        @Override
        public void addRow() {
            for (int i = 0; i < features; i++) {
                row[i] = values.gaussian();
            }
            columns.add(row);
            labels.add(truth());
        }

        private int truth() {
            int best = 0;
            for (int i = 0; i < classes; i++) {
                scores[i] = score(i);
                best = scores[i] > scores[best] ? i : best;
            }
            return best;
        }

        private double score(int speaksFor) {
            double sum = 0;
            int count = 0;
            for (int i = speaksFor; i < informative; i += classes) {
                sum += row[i];
                count++;
            }
            return sum / Math.sqrt(count);
        }

        @Override
        public Table table() {
            return columns.before(labels.build());
        }
    }
}
