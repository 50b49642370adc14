package org.tributary.steps.generate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TimeColumn;

/**
 * Makes rows over time, whose distribution and whose meaning change from the first to the last one.
 *
 * <p><b>Formula.</b> {@code time} is 2026-01-01T00:00 in the first row and a minute later in each next one. With s from 0 in the
 * first to 1 in the last row, each feature {@code x1}, {@code x2} ... is {@code shift * s} plus a number of mean 0 and
 * deviation 1. What decides the label turns from the first feature to the second one: with
 * {@code a = turn * s * 90} degrees, {@code label} is {@code yes} where
 * {@code cos(a) * (x1 - shift * s) + sin(a) * (x2 - shift * s)} is above 0, else {@code no}; but for the share {@code noise} of
 * the rows it is the other one. Both are equally likely at any time. The best reachable accuracy is {@code 1 - noise} for a model
 * that knows the time, and falls with {@code shift} and {@code turn} for one that learnt from the first rows only.
 *
 * <p><b>Columns:</b> {@code time}, the features, then {@code label}; only features have missing values.
 * <b>Reproducible:</b> equal settings give equal bytes on each machine, Java version and locale; the values that are
 * there do not depend on {@code missing}. <b>Cache:</b> as of a step that reads a file. <b>Failure:</b> settings out of
 * range are a {@link org.tributary.pipeline.PipelineException} {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param features how many features, 2 to 100,000; 5 by default
 * @param shift by how many deviations the mean of each feature moves from the first to the last row, 0 to
 *     1,000,000; 2 by default
 * @param turn how far the label turns from the first feature to the second one, 0 to 1; 0 by default
 * @param noise the share of rows with a wrong label, 0 to 0.5; 0 by default
 * @param missing the share of values without one in each feature, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record DriftData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "How many features.", min = 2, max = 100_000)
        int features,

        @Setting(doc = "By how many deviations the mean of each feature moves.", min = 0, max = 1e6)
        double shift,

        @Setting(doc = "How far the label turns from the first feature to the second one.", min = 0, max = 1)
        double turn,

        @Setting(doc = "The share of rows with a wrong label.", min = 0, max = 0.5)
        double noise,

        @Setting(doc = "The share of missing values in each feature.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** Checks the settings. */
    public DriftData {
        Ranges.rows(rows);
        Ranges.count("features", features, 2, 100_000);
        Ranges.number("shift", shift, 1e6);
        Ranges.number("turn", turn, 1);
        Ranges.number("noise", noise, 0.5);
        Ranges.number("missing", missing, 1);
    }

    /** Five features whose means move by two deviations, without noise. */
    public static DriftData of(int rows) {
        return new DriftData(rows, 5, 2, 0, 0, 0, 42);
    }

    /** With another number of features. */
    public DriftData withFeatures(int features) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** With means that move by so many deviations. */
    public DriftData withShift(double shift) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** With a label that turns so far to another feature. */
    public DriftData withTurn(double turn) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** With another share of wrong labels. */
    public DriftData withNoise(double noise) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** With another share of missing values. */
    public DriftData withMissing(double missing) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** With another seed. */
    public DriftData withSeed(long seed) {
        return new DriftData(rows, features, shift, turn, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-drift 1"));
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
        private final Labels labels = new Labels("label", List.of("no", "yes"), draws.fork(), noise);
        private final NumberFeatures columns = new NumberFeatures(NumberFeatures.named("x", features), draws, missing);
        private final TimeColumn.Builder times = TimeColumn.builder("time");
        private final double[] row = new double[features];

        @Override
        public void addRow() {
            int number = times.size();
            double done = rows == 1 ? 0 : (double) number / (rows - 1);
            for (int i = 0; i < features; i++) {
                row[i] = values.gaussian();
            }
            labels.add(score(turn * done * Math.PI / 2) > 0 ? 1 : 0);
            for (int i = 0; i < features; i++) {
                row[i] += shift * done;
            }
            columns.add(row);
            times.add(START.plusMinutes(number));
        }

        private double score(double angle) {
            return StrictMath.cos(angle) * row[0] + StrictMath.sin(angle) * row[1];
        }

        @Override
        public Table table() {
            List<Column> all = new ArrayList<>();
            all.add(times.build());
            all.addAll(columns.build());
            all.add(labels.build());
            return Table.of(all);
        }
    }
}
