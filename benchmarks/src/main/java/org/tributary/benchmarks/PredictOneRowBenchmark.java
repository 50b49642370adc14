package org.tributary.benchmarks;

import java.util.HashMap;
import java.util.Map;
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
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tributary.steps.model.Prediction;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;

/**
 * What does one prediction cost? A row of 28 numbers as a map, prepared and scored.
 *
 * <p>{@link #tribuo} scores the same model through Tribuo, from numbers that are prepared already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PredictOneRowBenchmark {

    private static final int ROWS = 5_000;

    private TrainedModel model;
    private Map<String, Object> row;
    private String[] names;
    private double[] prepared;

    /** Trains a model and takes a row. */
    @Setup
    public void train() throws Exception {
        double[][] values = Rows.values(ROWS);
        model = Train.of(Logistic.defaults()).run(Rows.prepared(Rows.table(values)), new SilentContext());
        row = new HashMap<>();
        for (int column = 0; column < values.length; column++) {
            row.put(Rows.name(column), values[column][17]);
        }
        names = model.preparation().featureNames().toArray(String[]::new);
        prepared = model.preparation().apply(row);
    }

    /** The row through preparation and model. */
    @Benchmark
    public Prediction tributary() {
        return model.predict(row);
    }

    /** The prepared numbers through Tribuo's model. */
    @Benchmark
    public org.tribuo.Prediction<Label> tribuo() {
        return model.tribuo().predict(new ArrayExample<>(new Label("signal"), names, prepared));
    }
}
