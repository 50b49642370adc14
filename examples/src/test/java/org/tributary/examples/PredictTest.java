package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.model.Classification;
import org.tributary.steps.model.Prediction;
import org.tributary.steps.model.Predictions;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Encode;
import org.tributary.steps.prepare.Encode.OneHot;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.table.Row;
import org.tributary.table.Table;
import org.tributary.testkit.PipelineTester;
import org.tributary.testkit.TestedRun;

/** One penguin alone, as a map or as a record, gets the prediction that it gets in a table, whatever is missing of it. */
final class PredictTest {

    @TempDir
    private static Path home;

    private static Table penguins;
    private static TrainedModel model;

    /** A penguin as an application may know it. */
    record Penguin(
            Optional<String> island,
            Optional<Double> culmenLengthMm,
            Optional<Double> culmenDepthMm,
            Optional<Long> flipperLengthMm,
            Optional<Long> bodyMassG) {}

    @BeforeAll
    static void train() {
        TestedRun<Evaluation> run = run(prepare -> prepare);
        penguins = run.value("clean", Table.class);
        model = run.value("train", TrainedModel.class);
    }

    @Test
    void rows_asMapRecordAndTable_getTheSameBits() {
        Predictions all = model.predict(penguins);
        assertThat(all.size()).isEqualTo(344);
        int missing = 0;
        for (int row = 0; row < all.size(); row++) {
            Map<String, @Nullable Object> values = values(penguins.row(row));
            missing += values.containsValue(null) ? 1 : 0;

            assertThat(bits(model.predict(values))).as("row %s as a map", row).isEqualTo(bits(all.get(row)));
            assertThat(bits(model.predict(penguin(values))))
                    .as("row %s as a record", row)
                    .isEqualTo(bits(all.get(row)));
            assertThat(bits(model.predict(penguins.slice(row, row + 1)).get(0)))
                    .as("row %s as a table", row)
                    .isEqualTo(bits(all.get(row)));
        }
        assertThat(missing).as("penguins of which something is missing").isPositive();
    }

    @Test
    void island_unknown_setsNothingThatWasLearntWithABucket() {
        Map<String, @Nullable Object> strange = with("Island", "Atlantis");

        List<String> features = model.preparation().featureNames();
        double[] prepared = model.preparation().apply(strange);
        assertThat(prepared[features.indexOf("Island#unknown")]).isEqualTo(1);
        assertThat(prepared[features.indexOf("Island=Biscoe")]).isZero();
        assertThat(label(model.predict(strange))).isEqualTo("Gentoo");
    }

    @Test
    void island_unknown_isAnErrorWhereTheSettingSaysSo() {
        TrainedModel strict =
                model(prepare -> prepare.withEncode(OneHot.defaults().withUnknown(Encode.Unknown.ERROR)));

        assertThatThrownBy(() -> strict.predict(with("Island", "Biscoo")))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[PREPARE_UNKNOWN_CATEGORY] column \"Island\" holds \"Biscoo\", which the training part did not"
                                + " have: it had Biscoe, Dream, Torgersen. Did you mean \"Biscoe\"? Prepare with another"
                                + " rule for unknown categories to accept it.");
    }

    @Test
    void island_missing_countsAsTheMostFrequentWhereTheSettingSaysSo() {
        TrainedModel mode =
                model(prepare -> prepare.withEncode(OneHot.defaults().withMissing(Encode.Missing.MODE)));

        assertThat(bits(mode.predict(with("Island", null)))).isEqualTo(bits(mode.predict(with("Island", "Biscoe"))));
        assertThat(bits(mode.predict(with("Island", null)))).isNotEqualTo(bits(mode.predict(with("Island", "Dream"))));
    }

    @Test
    void measurement_missing_countsAsTheMedianOfTheTrainingPart() {
        TestedRun<Evaluation> run = run(prepare -> prepare);
        double median = median(run.value("split.train", Table.class), "Body Mass (g)");

        assertThat(bits(model.predict(with("Body Mass (g)", null))))
                .isEqualTo(bits(model.predict(with("Body Mass (g)", median))));
        assertThat(bits(model.predict(with("Body Mass (g)", Double.NaN))))
                .isEqualTo(bits(model.predict(with("Body Mass (g)", median))));
    }

    @Test
    void measurement_missing_isAnErrorWhereTheSettingSaysSo() {
        Path csv = Penguins.write(
                home.resolve("complete"),
                Penguins.lines().stream()
                        .filter(line -> !line.contains(",NA,NA,NA,NA,"))
                        .toList());
        TrainedModel strict = PipelineTester.in(home.resolve("strict"))
                .run(Penguins.of(csv)
                        .withPrepare(prepare -> prepare.withImpute(new Impute.None()))
                        .pipeline())
                .assertSucceeded()
                .value("train", TrainedModel.class);

        assertThatThrownBy(() -> strict.predict(with("Body Mass (g)", null)))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[PREPARE_MISSING_VALUE] column \"Body Mass (g)\" has no value, and the model was prepared with"
                                + " impute that allows none. Give a value, or prepare with another impute.");
    }

    private static TrainedModel model(UnaryOperator<Prepare> change) {
        return run(change).value("train", TrainedModel.class);
    }

    private static TestedRun<Evaluation> run(UnaryOperator<Prepare> change) {
        return PipelineTester.in(home.resolve("store"))
                .run(Penguins.of(Penguins.raw()).withPrepare(change).pipeline())
                .assertSucceeded();
    }

    /** A Gentoo with one other value. */
    private static Map<String, @Nullable Object> with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> row = new HashMap<>(Map.of(
                "Island",
                "Biscoe",
                "Culmen Length (mm)",
                47.5,
                "Culmen Depth (mm)",
                15.0,
                "Flipper Length (mm)",
                218,
                "Body Mass (g)",
                4950));
        row.put(column, value);
        return row;
    }

    /** A row with null for what is missing. */
    private static Map<String, @Nullable Object> values(Row row) {
        Map<String, @Nullable Object> values = new HashMap<>(row.asMap());
        Penguins.COLUMNS.forEach(column -> values.putIfAbsent(column, null));
        return values;
    }

    private static Penguin penguin(Map<String, @Nullable Object> row) {
        return new Penguin(
                Optional.ofNullable((String) row.get("Island")),
                Optional.ofNullable((Double) row.get("Culmen Length (mm)")),
                Optional.ofNullable((Double) row.get("Culmen Depth (mm)")),
                Optional.ofNullable((Long) row.get("Flipper Length (mm)")),
                Optional.ofNullable((Long) row.get("Body Mass (g)")));
    }

    private static double median(Table table, String column) {
        double[] sorted = IntStream.range(0, table.rowCount())
                .mapToDouble(row -> table.row(row).number(column))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String label(Prediction prediction) {
        return ((Classification) prediction).label();
    }

    /** The label, and the bits of each score in the order of the labels. */
    private static List<Object> bits(Prediction prediction) {
        Classification one = (Classification) prediction;
        return List.of(
                one.label(),
                Double.doubleToRawLongBits(one.probability()),
                one.scores().keySet().stream().toList(),
                one.scores().values().stream().map(Double::doubleToRawLongBits).toList());
    }
}
