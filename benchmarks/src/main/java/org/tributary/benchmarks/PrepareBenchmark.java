package org.tributary.benchmarks;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.transform.Transformation;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;
import org.tributary.steps.prepare.Features;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.table.Table;

/**
 * What does it cost to fit and apply imputing, scaling and one-hot encoding? 100,000 rows of 28 numbers and 4 categories.
 *
 * <p>Tribuo has nothing that imputes, and encodes categories while it reads: {@link #tribuo} starts from a dataset that has no
 * missing value and its categories encoded, which is not measured, and only scales, as TransformTrainer does. {@link #tributary}
 * starts from columns with missing values, and does everything. Both give the
 * same numbers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrepareBenchmark {

    private static final int ROWS = 100_000;
    private static final int NUMBERS = 28;

    private Table table;
    private MutableDataset<Label> imputed;
    private TransformationMap scaling;

    /** Makes the columns and Tribuo's dataset, and checks that both ways give the same numbers. */
    @Setup
    public void make() {
        table = Mixed.table(ROWS, NUMBERS, 4, 0);
        imputed = imputed();
        Map<String, List<Transformation>> byName = new HashMap<>();
        for (int column = 0; column < NUMBERS; column++) {
            byName.put("n" + column, List.of(new MeanStdDevTransformation()));
        }
        scaling = new TransformationMap(List.of(), byName);
        check();
    }

    private MutableDataset<Label> imputed() {
        Prepared prepared = Prepare.of("label")
                .withScale(new org.tributary.steps.prepare.Scale.None())
                .run(table, new SilentContext());
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("rows", OffsetDateTime.MIN, factory), factory);
        Features features = prepared.features();
        int[] ids = new int[features.mostSet()];
        double[] values = new double[features.mostSet()];
        for (int row = 0; row < ROWS; row++) {
            int size = features.read(row, ids, values);
            List<Feature> set = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                set.add(new Feature(features.names().get(ids[at]), values[at]));
            }
            dataset.add(new ArrayExample<>(new Label(prepared.labels().text(row)), set));
        }
        return dataset;
    }

    /** Tribuo divides by n - 1 where we divide by n, which shows in the sixth digit. */
    private void check() {
        List<Example<Label>> examples = tribuo().getData();
        Features features = Prepare.of("label").fit(table).apply(table);
        for (int row = 0; row < ROWS; row++) {
            double[] ours = features.row(row);
            for (Feature feature : examples.get(row)) {
                double value = ours[features.names().indexOf(feature.getName())];
                if (Math.abs(value - feature.getValue()) > 1e-4) {
                    throw new IllegalStateException("row " + row + ": " + feature + ", not " + value);
                }
            }
        }
    }

    /** Columns with missing values: fits, then computes the features of each row. */
    @Benchmark
    public double tributary() {
        Features features = Prepare.of("label").fit(table).apply(table);
        double sum = 0;
        for (int row = 0; row < ROWS; row += 100) {
            sum += features.rows(row, row + 100)[0][0];
        }
        return sum;
    }

    /** A dataset without missing values: fits the scaling, then gives the scaled dataset. */
    @Benchmark
    public Dataset<Label> tribuo() {
        return imputed.createTransformers(scaling).transformDataset(imputed);
    }
}
