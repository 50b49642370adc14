package org.tributary.steps.generate;

import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * Makes rows of numbers with a number that depends on them linearly.
 *
 * <p><b>Formula.</b> The features {@code x1}, {@code x2} ... are independent, with mean 0 and deviation 1. The informative ones
 * count less and less: {@code target = x1 + x2 / 2 + x3 / 3 + ... + noise * e}, where {@code e} has mean 0 and deviation 1, too.
 * The least reachable root of the mean squared error is {@code noise}; missing values raise it.
 *
 * <p><b>Columns:</b> the features, then {@code target}, which is never missing. <b>Reproducible:</b> equal settings give equal
 * bytes on each machine, Java version and locale; the first rows do not depend on {@code rows}, nor the values that are there
 * on {@code missing}. <b>Cache:</b> as of a step that reads a file. <b>Failure:</b> settings out of range are a
 * {@link org.tributary.pipeline.PipelineException} {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param features how many features, 1 to 100,000; 10 by default
 * @param informative how many of them, from the first, the target depends on: 1 to {@code features}; 5 by default
 * @param noise the deviation of what no feature tells, 0 to 1,000,000; 0 by default
 * @param missing the share of values without one in each feature, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record RegressionData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "How many features.", min = 1, max = 100_000)
        int features,

        @Setting(doc = "How many features the target depends on.", min = 1, max = 100_000)
        int informative,

        @Setting(doc = "The deviation of what no feature tells.", min = 0, max = 1e6)
        double noise,

        @Setting(doc = "The share of missing values in each feature.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    /** Checks the settings. */
    public RegressionData {
        Ranges.rows(rows);
        Ranges.count("features", features, 1, 100_000);
        Ranges.count("informative", informative, 1, 100_000);
        Ranges.within("informative", informative, "features", features);
        Ranges.number("noise", noise, 1e6);
        Ranges.number("missing", missing, 1);
    }

    /** Ten features of which five count, without noise. */
    public static RegressionData of(int rows) {
        return new RegressionData(rows, 10, 5, 0, 0, 42);
    }

    /** With so many features, of which so many count. */
    public RegressionData withFeatures(int features, int informative) {
        return new RegressionData(rows, features, informative, noise, missing, seed);
    }

    /** With another deviation of what no feature tells. */
    public RegressionData withNoise(double noise) {
        return new RegressionData(rows, features, informative, noise, missing, seed);
    }

    /** With another share of missing values. */
    public RegressionData withMissing(double missing) {
        return new RegressionData(rows, features, informative, noise, missing, seed);
    }

    /** With another seed. */
    public RegressionData withSeed(long seed) {
        return new RegressionData(rows, features, informative, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-regression 1"));
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
        private final Draws errors = draws.fork();
        private final NumberFeatures columns = new NumberFeatures(NumberFeatures.named("x", features), draws, missing);
        private final NumberColumn.Builder target = NumberColumn.builder("target");
        private final double[] row = new double[features];

        @Override
        public void addRow() {
            double sum = 0;
            for (int i = 0; i < features; i++) {
                row[i] = values.gaussian();
                sum += i < informative ? row[i] / (i + 1) : 0;
            }
            columns.add(row);
            target.add(sum + noise * errors.gaussian());
        }

        @Override
        public Table table() {
            return columns.before(target.build());
        }
    }
}
