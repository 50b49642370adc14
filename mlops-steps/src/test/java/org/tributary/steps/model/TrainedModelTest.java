package org.tributary.steps.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Any;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.VariableInfoProto;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.Tables;
import org.tributary.steps.prepare.InputColumn;
import org.tributary.steps.train.Trainer;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

class TrainedModelTest {

    private enum Island {
        Dream
    }

    private record Bird(
            double billMm,
            Optional<Long> massG,
            Island island,
            @Nullable Boolean adult) {}

    private record Fish(double billMm, double length) {}

    private static Map<String, @Nullable Object> rowOf(Table table, int row) {
        Map<String, @Nullable Object> values = new HashMap<>(table.row(row).asMap());
        table.columnNames().forEach(name -> values.putIfAbsent(name, null));
        return values;
    }

    @Test
    void predict_rowAlone_equalsTheTableBitForBit() {
        TrainedModel model = Models.birds(1);
        Table table = Tables.birds(50, 300);
        Predictions predictions = model.predict(table);
        assertThat(predictions.size()).isEqualTo(300);
        int row = 0;
        for (Prediction prediction : predictions) {
            Classification alone = (Classification) model.predict(rowOf(table, row));
            assertThat(alone).as("row %d", row).isEqualTo(prediction);
            assertThat(Double.doubleToRawLongBits(alone.probability()))
                    .isEqualTo(Double.doubleToRawLongBits(predictions.probability(row)));
            assertThat(alone.label()).isEqualTo(predictions.label(row));
            row++;
        }
        assertThat(predictions.toList()).hasSize(300);
    }

    @Test
    void predict_scores_areProbabilitiesInAlphabeticalOrder() {
        Classification bird =
                (Classification) Models.birds(1).predict(Tables.birds(9, 10)).get(3);
        assertThat(bird.scores()).containsOnlyKeys("Adelie", "Chinstrap", "Gentoo");
        assertThat(bird.scores().keySet()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(bird.scores().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(bird.scores())
                .containsEntry(bird.label(), bird.probability())
                .doesNotContainKey("Emperor");
        assertThat(bird.scores().values()).allMatch(score -> score <= bird.probability());
        assertThatThrownBy(() -> bird.scores().put("Emperor", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void predict_record_readsComponentsByTheirLetters() {
        TrainedModel model = Models.birds(1);
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("Bill (mm)", 43.5);
        row.put("Mass (g)", null);
        row.put("Island", "Dream");
        row.put("Adult", true);
        assertThat(model.predict(new Bird(43.5, Optional.empty(), Island.Dream, true)))
                .isEqualTo(model.predict(row));
        row.put("Mass (g)", 4000);
        row.put("Adult", null);
        assertThat(model.predict(new Bird(43.5, Optional.of(4000L), Island.Dream, null)))
                .isEqualTo(model.predict(row));
    }

    @Test
    void predict_recordWithoutAColumn_namesIt() {
        assertThatThrownBy(() -> Models.birds(1).predict(new Fish(3, 4)))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[PREPARE_NO_VALUE] the row has no \"Mass (g)\": it has Bill (mm), length. Give null for a missing"
                                + " value.");
    }

    @Test
    void model_describesItself() {
        TrainedModel model = Models.birds(1);
        assertThat(model.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(model.target()).isEqualTo("Species");
        assertThat(model.labels()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(model.columns())
                .containsExactly(
                        new InputColumn("Bill (mm)", ColumnType.NUMBER),
                        new InputColumn("Mass (g)", ColumnType.WHOLE),
                        new InputColumn("Island", ColumnType.TEXT),
                        new InputColumn("Adult", ColumnType.BOOLEAN));
        assertThat(model.profile().rows()).isEqualTo(120);
        assertThat(model)
                .hasToString(
                        "TrainedModel finding \"Species\" (Adelie, Chinstrap, Gentoo) from [Bill (mm), Mass (g), Island,"
                                + " Adult]");
    }

    @Test
    void majority_isTheMostFrequentLabelOfTheTrainingPart() {
        Table table = Tables.birds(3, 60);
        long most = Arrays.stream(new String[] {"Adelie", "Chinstrap", "Gentoo"})
                .mapToLong(label -> count(table, label))
                .max()
                .orElseThrow();
        assertThat(count(table, Models.train(table).majority())).isEqualTo(most);
    }

    private static long count(Table table, String label) {
        return java.util.stream.IntStream.range(0, table.rowCount())
                .filter(row -> table.text("Species").text(row).equals(label))
                .count();
    }

    private static byte[] encoded(TrainedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TrainedModelCodec().encode(model, out);
        return out.toByteArray();
    }

    @Test
    void codec_trainedTwice_givesEqualBytes() throws IOException {
        byte[] first = encoded(Models.birds(1));
        assertThat(encoded(Models.birds(1))).isEqualTo(first);
        assertThat(encoded(Models.birds(2))).isNotEqualTo(first);
    }

    @Test
    void codec_encoded_saysNothingOfTimeAndMachine() throws IOException {
        String text = new String(encoded(Models.birds(1)), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("trained-at", "1970-01-01T00:00Z")
                .doesNotContain(System.getProperty("java.version"))
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("os.arch"));
    }

    @Test
    void codec_stockTrainerNow_givesTheSameTimelessBytes() throws IOException {
        byte[] first = encoded(Models.stock(1));
        assertThat(encoded(Models.stock(1))).isEqualTo(first);
    }

    @Test
    void codec_decoded_givesAnEqualModelAndEqualBytes() throws IOException {
        TrainedModel model = Models.birds(1);
        byte[] bytes = encoded(model);
        TrainedModel read = new TrainedModelCodec().decode(new ByteArrayInputStream(bytes));
        assertThat(read).isEqualTo(model).hasSameHashCodeAs(model).isNotEqualTo(Models.birds(2));
        assertThat(encoded(read)).isEqualTo(bytes);
        Table table = Tables.birds(7, 40);
        assertThat(read.predict(table).toList()).isEqualTo(model.predict(table).toList());
    }

    /** What Tribuo reads is the canonical form, so encoding what it read gives the same again. */
    @Test
    void codec_reencodedByTribuo_givesEqualBytes() throws IOException {
        TrainedModel model = Models.birds(1);
        TrainedModel read = new TrainedModelCodec().decode(new ByteArrayInputStream(encoded(model)));
        TrainedModel again = TrainedModel.of(read.preparation(), read.tribuo(), read.profile());
        assertThat(encoded(again)).isEqualTo(encoded(model));
    }

    @Test
    void codec_truncatedOrLonger_isRefused() throws IOException {
        byte[] bytes = encoded(Models.birds(1));
        for (int length : new int[] {0, 3, 4, 100, bytes.length - 1, bytes.length + 1}) {
            byte[] bad = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> new TrainedModelCodec().decode(new ByteArrayInputStream(bad)))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(IOException.class);
        }
    }

    /** Where {@code i} has no dotted capital Tribuo can save by itself: the same message. */
    @Test
    void encode_anyModel_givesTheMessageOfTribuo() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            for (TrainedModel model : List.of(Models.birds(1), Models.stock(2))) {
                ModelProto own = ModelProto.parseFrom(model.tribuoBytes());
                ModelProto stock =
                        (ModelProto) TribuoModels.canonical(model.tribuo().serialize());
                assertThat(withoutFeatures(own)).isEqualTo(withoutFeatures(stock));
                assertThat(features(own)).isNotEmpty().containsExactlyInAnyOrderElementsOf(features(stock));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static ModelProto withoutFeatures(ModelProto model) throws IOException {
        ClassificationLinearSGDProto.Builder linear = linear(model).toBuilder();
        linear.getMetadataBuilder().getFeatureDomainBuilder().clearSerializedData();
        return model.toBuilder().setSerializedData(Any.pack(linear.build())).build();
    }

    private static ClassificationLinearSGDProto linear(ModelProto model) throws IOException {
        return model.getSerializedData().unpack(ClassificationLinearSGDProto.class);
    }

    /** Tribuo lists them in the order of a hash map. */
    private static List<VariableInfoProto> features(ModelProto model) throws IOException {
        return linear(model)
                .getMetadata()
                .getFeatureDomain()
                .getSerializedData()
                .unpack(ImmutableFeatureMapProto.class)
                .getInfoList();
    }

    @Test
    void of_modelWithoutProbabilities_isRefused() {
        TrainedModel model = Models.birds(1);
        Trainer hinge = (data, context) ->
                new LinearSGDTrainer(new Hinge(), new AdaGrad(1, 0.1), 2, 12345L).train(data.dataset());
        assertThatThrownBy(() -> Models.train(Tables.birds(1, 60), hinge))
                .hasRootCauseInstanceOf(PipelineException.class)
                .hasRootCauseMessage("[MODEL_NOT_ACCEPTED] a model of class"
                        + " org.tribuo.classification.sgd.linear.LinearSGDModel cannot be kept: this version keeps linear"
                        + " models with probabilities.");
        assertThat(model.tribuo().generatesProbabilities()).isTrue();
    }

    @Test
    void of_otherPreparation_isRefused() {
        TrainedModel model = Models.birds(1);
        TrainedModel other = Models.train(Tables.birds(1, 120).drop(List.of("Adult")));
        assertThatThrownBy(() -> TrainedModel.of(model.preparation(), other.tribuo(), model.profile()))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[MODEL_MISMATCH] the model has weights for 7 features and 3 labels, and its preparation gives 8"
                                + " features for 3 labels.");
        TrainedModel renamed = Models.train(Tables.birds(1, 120).rename(Map.of("Adult", "Grown")));
        assertThatThrownBy(() -> TrainedModel.of(model.preparation(), renamed.tribuo(), model.profile()))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[MODEL_MISMATCH] the model does not know the feature \"Adult\" that its preparation gives.");
    }
}
