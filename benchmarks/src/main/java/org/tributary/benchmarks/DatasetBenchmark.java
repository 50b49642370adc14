package org.tributary.benchmarks;

import java.time.OffsetDateTime;
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
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.train.TrainingData;

/**
 * How long do columns take to become a Tribuo dataset? 100,000 rows of 28 numbers.
 *
 * <p>{@link #tribuo} is the fastest way of Tribuo's own API: one ArrayExample from arrays for each row. {@link #tributary} also
 * scales every number on the way, which the other does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DatasetBenchmark {

    static final int ROWS = 100_000;

    private double[][] values;
    private String[] labels;
    private String[] names;
    private Prepared prepared;

    /** Makes the columns, and fits the preparation, which is not measured. */
    @Setup
    public void make() {
        values = Rows.values(ROWS);
        labels = Rows.labels(values);
        names = new String[Rows.COLUMNS];
        for (int column = 0; column < names.length; column++) {
            names[column] = Rows.name(column);
        }
        prepared = Rows.prepared(Rows.table(values));
    }

    Prepared prepared() {
        return prepared;
    }

    /** The columns through a preparation into our dataset. */
    @Benchmark
    public Dataset<Label> tributary() {
        return TrainingData.of(prepared).dataset();
    }

    /** The columns into a MutableDataset of ArrayExample. */
    @Benchmark
    public Dataset<Label> tribuo() {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("rows", OffsetDateTime.MIN, factory), factory);
        for (int row = 0; row < ROWS; row++) {
            double[] numbers = new double[names.length];
            for (int column = 0; column < numbers.length; column++) {
                numbers[column] = values[column][row];
            }
            dataset.add(new ArrayExample<>(new Label(labels[row]), names, numbers));
        }
        return dataset;
    }
}
