package org.tributary.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.transform.TransformationMap;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;

/**
 * What does it cost to make a dataset of columns with missing values: to impute means, scale and one-hot encode, fitted and
 * applied? 100,000 rows of 28 numbers and 4 categories.
 *
 * <p>Both start from columns in memory and end in a dataset of Tribuo that can be trained, with the same values. Tribuo has
 * nothing that imputes, and encodes while it reads files: {@link #tribuo} and {@link #tribuoInPlace} do both by hand, as
 * {@link MixedTribuo} tells, and let Tribuo scale. {@link #tributary} leaves out the profile of the training part, which has no
 * counterpart there; {@link #tributaryStep} makes it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrepareBenchmark {

    private static final Prepare PREPARE = Prepare.of("label").withImpute(new Impute.Mean());

    private Table table;
    private MixedTribuo columns;
    private TransformationMap scaling;

    /** Makes the columns, and checks that all ways give the same values. */
    @Setup
    public void make() {
        table = Mixed.table(100_000, 28, 4, 0);
        columns = new MixedTribuo(table, "label");
        scaling = columns.scaling();
        check(tribuo());
        check(tribuoInPlace());
    }

    private void check(Dataset<Label> theirs) {
        Dataset<Label> ours = tributary();
        for (int row = 0; row < table.rowCount(); row++) {
            check(row, ours.getExample(row), theirs.getExample(row));
        }
    }

    /** All values that are not 0 are there as well, and are equal but for rounding. */
    private static void check(int row, Example<Label> ours, Example<Label> theirs) {
        int left = theirs.size();
        for (Feature feature : ours) {
            if (feature.getValue() != 0) {
                Feature other = theirs.lookup(MixedTribuo.feature(feature.getName()));
                if (other == null || Math.abs(feature.getValue() - other.getValue()) > 1e-9) {
                    throw new IllegalStateException("row " + row + ": " + feature + ", not " + other);
                }
                left--;
            }
        }
        if (left != 0 || !ours.getOutput().equals(theirs.getOutput())) {
            throw new IllegalStateException("row " + row + ": " + ours + ", not " + theirs);
        }
    }

    /** Fits, prepares and makes the dataset. */
    @Benchmark
    public Dataset<Label> tributary() {
        return TrainingData.of(PREPARE.fit(table), table).dataset();
    }

    /** The same by the step, which profiles the columns too. */
    @Benchmark
    public Dataset<Label> tributaryStep() {
        return TrainingData.of(PREPARE.run(table, new SilentContext())).dataset();
    }

    /** By hand into a dataset; then, as TransformTrainer does, transformers are fitted to it and transform a copy of it. */
    @Benchmark
    public Dataset<Label> tribuo() {
        MutableDataset<Label> dataset = columns.dataset();
        return dataset.createTransformers(scaling).transformDataset(dataset);
    }

    /** The same without the copy, which TransformTrainer always makes. */
    @Benchmark
    public Dataset<Label> tribuoInPlace() {
        MutableDataset<Label> dataset = columns.dataset();
        dataset.transform(dataset.createTransformers(scaling));
        return dataset;
    }
}
