package org.tributary.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.steps.model.Classification;
import org.tributary.steps.model.Predictions;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Preparation;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.prepare.Scale;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

class TrainTest {

    private static Prepared prepared(long seed, int rows) {
        return Prepare.of("Species").run(Tables.birds(seed, rows), new StepLog());
    }

    /** Enough categories that rows list the features they set. */
    private static Prepared sparse(long seed, int rows) {
        TextColumn.Builder ring = TextColumn.builder("Ring");
        for (int row = 0; row < rows; row++) {
            ring.add("ring " + (row * 7 + seed) % 40);
        }
        return Prepare.of("Species").run(Tables.birds(seed, rows).with(ring.build()), new StepLog());
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 1", "2, 12, 1", "3, 4, 7", "4, 3, 64"})
    void logistic_dense_givesTheWeightsOfTribuo(long seed, int epochs, int minibatch) throws Exception {
        Logistic settings =
                Logistic.defaults().withEpochs(epochs).withSeed(seed).withMinibatch(minibatch);
        assertSameWeights(settings, TrainingData.of(prepared(seed, 300)));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 1", "6, 9, 1", "7, 4, 9"})
    void logistic_sparse_givesTheWeightsOfTribuo(long seed, int epochs, int minibatch) throws Exception {
        Logistic settings =
                Logistic.defaults().withEpochs(epochs).withSeed(seed).withMinibatch(minibatch);
        TrainingData data = TrainingData.of(sparse(seed, 300));
        assertThat(data.rows()[0].ids()).as("rows are sparse").isNotNull();
        assertSameWeights(settings, data);
    }

    private static void assertSameWeights(Logistic settings, TrainingData data) throws Exception {
        DenseMatrix ours = weights(settings.train(data, new StepLog()));
        DenseMatrix stock = weights(LinearModels.stock(settings).train(data.dataset()));
        assertThat(ours.getShape()).isEqualTo(stock.getShape());
        for (int output = 0; output < ours.getDimension1Size(); output++) {
            for (int id = 0; id < ours.getDimension2Size(); id++) {
                assertThat(ours.get(output, id))
                        .as("seed %d, output %d, feature %d", settings.seed(), output, id)
                        .isCloseTo(stock.get(output, id), within(1e-12));
            }
        }
    }

    private static DenseMatrix weights(Model<Label> model) {
        return ((LinearSGDModel) model).getWeightsCopy();
    }

    @Test
    void dataset_sameRowsInAMutableDataset_holdsTheSame() {
        for (Prepared prepared : List.of(prepared(8, 60), sparse(9, 90))) {
            Dataset<Label> fast = TrainingData.of(prepared).dataset();
            MutableDataset<Label> slow = new MutableDataset<>(fast.getSourceProvenance(), new LabelFactory());
            fast.forEach(example -> slow.add(example.copy()));
            assertThat(fast.size()).isEqualTo(slow.size());
            for (int row = 0; row < fast.size(); row++) {
                assertThat(fast.getExample(row).copy()).isEqualTo(slow.getExample(row));
            }
            assertThat(fast.getFeatureIDMap().keySet())
                    .containsAll(slow.getFeatureIDMap().keySet());
            assertThat(fast.getFeatureIDMap().size())
                    .isEqualTo(prepared.preparation().featureNames().size());
            assertThat(fast.getOutputIDInfo().getTotalObservations())
                    .isEqualTo(slow.getOutputIDInfo().getTotalObservations());
        }
    }

    /** Tribuo's own figures are rounded otherwise. */
    @Test
    void dataset_features_haveTheFiguresOfTheirValues() {
        for (Prepared prepared : List.of(prepared(8, 60), sparse(9, 90))) {
            Dataset<Label> data = TrainingData.of(prepared).dataset();
            for (VariableInfo info : data.getFeatureIDMap()) {
                DoubleSummaryStatistics expected = new DoubleSummaryStatistics();
                List<Double> values = new ArrayList<>();
                for (Example<Label> example : data) {
                    Feature feature = example.lookup(info.getName());
                    if (feature != null && feature.getValue() != 0) {
                        expected.accept(feature.getValue());
                        values.add(feature.getValue());
                    }
                }
                assertThat(info.getCount()).as(info.getName()).isEqualTo((int) expected.getCount());
                if (expected.getCount() > 0) {
                    assertThat(((RealInfo) info).getMin()).isEqualTo(expected.getMin());
                    assertThat(((RealInfo) info).getMax()).isEqualTo(expected.getMax());
                    assertThat(((RealInfo) info).getMean()).isCloseTo(expected.getAverage(), within(1e-12));
                }
                if (expected.getCount() > 1) {
                    double squares = values.stream()
                            .mapToDouble(value -> Math.pow(value - expected.getAverage(), 2))
                            .sum();
                    assertThat(((RealInfo) info).getVariance())
                            .isCloseTo(squares / (expected.getCount() - 1), within(1e-12));
                }
            }
        }
    }

    @Test
    void of_tableAndPreparation_givesTheRowsOfTheStep() {
        Table table = Tables.birds(8, 60);
        Prepare prepare = Prepare.of("Species");
        Dataset<Label> byCalls = TrainingData.of(prepare.fit(table), table).dataset();
        Dataset<Label> byStep =
                TrainingData.of(prepare.run(table, new StepLog())).dataset();
        assertThat(byCalls.size()).isEqualTo(60);
        for (int row = 0; row < byStep.size(); row++) {
            assertThat(byCalls.getExample(row).copy())
                    .isEqualTo(byStep.getExample(row).copy());
        }
    }

    @Test
    void of_viewWithoutRowsOfALabel_doesNotKnowTheLabel() throws Exception {
        Table table = Table.builder()
                .numbers("size", 1, 2, 3, 4, 5)
                .text("Species", "rare", "b", "a", "b", "a")
                .build()
                .slice(1, 5);
        TrainingData data = TrainingData.of(Prepare.of("Species").fit(table), table);
        assertThat(data.labelCount()).isEqualTo(2);
        int b = data.labelInfo().getID(new Label("b"));
        assertThat(data.labelIds()).containsExactly(b, 1 - b, b, 1 - b);
        assertThat(data.dataset().getOutputInfo().toReadableString()).doesNotContain("rare");
        assertThat(data.dataset().getExample(0).getOutput()).isEqualTo(new Label("b"));
        assertSameWeights(Logistic.defaults(), data);
    }

    @Test
    void of_labelsThatAreNoText_areTakenAsText() {
        Table table = Table.builder()
                .numbers("size", 1, 2, 3)
                .booleans("late", true, false, true)
                .build();
        TrainingData data = TrainingData.of(Prepare.of("late").fit(table), table);
        assertThat(data.dataset().getData())
                .extracting(Example::getOutput)
                .containsExactly(new Label("true"), new Label("false"), new Label("true"));
        int late = data.labelInfo().getID(new Label("true"));
        assertThat(data.labelIds()).containsExactly(late, 1 - late, late);
    }

    @Test
    void of_rowWithoutLabel_isRefused() {
        Table table = Tables.birds(8, 60);
        Preparation preparation = Prepare.of("Species").fit(table);
        String[] labels = new String[60];
        Arrays.fill(labels, 2, 60, "Adelie");
        Table unlabelled = table.with(TextColumn.of("Species", labels));
        assertThatThrownBy(() -> TrainingData.of(preparation, unlabelled))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[TRAIN_MISSING_LABEL] column \"Species\" has no value in 2 of 60 rows:"
                        + " a row to learn from has a label. Drop these rows before.");
    }

    @Test
    void dataset_ids_areThePositionsOfThePreparation() {
        Prepared prepared = sparse(10, 90);
        Dataset<Label> data = TrainingData.of(prepared).dataset();
        List<String> names = prepared.preparation().featureNames();
        for (int id = 0; id < names.size(); id++) {
            assertThat(data.getFeatureIDMap().getID(names.get(id))).isEqualTo(id);
        }
    }

    @Test
    void example_lookup_findsWhatTheRowSets() {
        Dataset<Label> data = TrainingData.of(sparse(9, 90)).dataset();
        data.getExample(3)
                .forEach(feature ->
                        assertThat(data.getExample(3).lookup(feature.getName())).isEqualTo(feature));
        assertThat(data.getExample(3).lookup("nothing")).isNull();
        assertThat(data.getExample(3).size()).isEqualTo(5);
    }

    @Test
    void train_birds_predictsMostOfThem() throws Exception {
        Table test = Tables.birds(77, 200);
        TrainedModel model = Train.of(Logistic.defaults().withEpochs(20)).run(prepared(1, 400), new StepLog());
        Predictions predictions = model.predict(test);
        int hits = 0;
        for (int row = 0; row < test.rowCount(); row++) {
            hits += predictions.label(row).equals(test.text("Species").text(row)) ? 1 : 0;
        }
        assertThat(hits).isGreaterThan(180);
    }

    @Test
    void train_eachEpoch_logsLossAndProgress() throws Exception {
        StepLog log = new StepLog();
        Train.of(Logistic.defaults().withEpochs(4)).run(prepared(1, 200), log);
        List<Double> losses = log.series.get("loss");
        assertThat(losses).hasSize(4);
        assertThat(losses.get(3)).isLessThan(losses.get(0)).isPositive();
        assertThat(log.progress).containsExactly("1/4", "2/4", "3/4", "4/4");
    }

    @Test
    void train_cancelled_stopsAtTheNextEpoch() {
        StepLog log = StepLog.cancelledAfter(2);
        assertThatThrownBy(() -> Train.of(Logistic.defaults()).run(prepared(1, 50), log))
                .isInstanceOf(InterruptedException.class);
        assertThat(log.progress).containsExactly("1/5", "2/5");
    }

    @Test
    void train_twice_givesEqualModels() throws Exception {
        Prepared prepared = prepared(3, 100);
        Train train = Train.of(Logistic.defaults());
        assertThat(train.run(prepared, new StepLog())).isEqualTo(train.run(prepared, new StepLog()));
        assertThat(train.run(prepared, new StepLog()))
                .isNotEqualTo(Train.of(Logistic.defaults().withSeed(7)).run(prepared, new StepLog()));
    }

    @Test
    void train_stockTrainerOfTribuo_isAccepted() throws Exception {
        Prepared prepared = prepared(3, 100);
        Trainer stock =
                (data, context) -> LinearModels.stock(Logistic.defaults()).train(data.dataset());
        TrainedModel model = Train.of(stock).run(prepared, new StepLog());
        assertThat(model.predict(prepared.inputs()).size()).isEqualTo(100);
    }

    @Test
    void train_lossNotFinite_saysWhatToDo() {
        NumberColumn.Builder huge = NumberColumn.builder("huge");
        for (int row = 0; row < 50; row++) {
            huge.add(row % 2 == 0 ? 1e100 : -1e100);
        }
        Table table = Tables.birds(1, 50).select(List.of("Species")).with(huge.build());
        Prepared prepared = Prepare.of("Species").withScale(new Scale.None()).run(table, new StepLog());
        assertThatThrownBy(() -> Train.of(Logistic.defaults()).run(prepared, new StepLog()))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[TRAIN_DIVERGED] logistic: the loss of epoch 1 is ")
                .hasMessageEndingWith(". Lower learningRate, which is 1.0, or scale the numbers in prepare.");
    }

    @Test
    void logistic_outOfRange_namesTheSetting() {
        Map<String, Runnable> faults = Map.of(
                "epochs is 0, and must be at least 1", () -> Logistic.defaults().withEpochs(0),
                "learningRate is 0.0, and must be above 0",
                        () -> Logistic.defaults().withLearningRate(0),
                "epsilon is -1.0, and must not be below 0",
                        () -> Logistic.defaults().withEpsilon(-1),
                "minibatch is 0, and must be at least 1",
                        () -> Logistic.defaults().withMinibatch(0));
        faults.forEach((text, call) -> assertThatThrownBy(call::run)
                .isInstanceOf(PipelineException.class)
                .hasMessage("[TRAIN_OUT_OF_RANGE] logistic: " + text + "."));
    }

    @Test
    void predict_rowAlone_equalsTribuo() throws Exception {
        for (Prepared prepared : List.of(prepared(11, 150), sparse(12, 150))) {
            TrainedModel model = Train.of(Logistic.defaults()).run(prepared, new StepLog());
            Dataset<Label> data = TrainingData.of(prepared).dataset();
            List<String> labels = new ArrayList<>();
            for (int row = 0; row < data.size(); row++) {
                Classification ours =
                        (Classification) model.predict(prepared.inputs()).get(row);
                var stock = model.tribuo().predict(data.getExample(row));
                labels.add(ours.label());
                assertThat(ours.label()).isEqualTo(stock.getOutput().getLabel());
                stock.getOutputScores()
                        .forEach((label, score) ->
                                assertThat(ours.scores().get(label)).isCloseTo(score.getScore(), within(1e-12)));
            }
            assertThat(labels).hasSize(150);
        }
    }

    /** A text may set any of its 50 words, which is more than a fifth of the features, and sets two. */
    @Test
    void rows_ofNGrams_holdOnlyWhatIsSet() {
        String[] kinds = new String[100];
        String[] notes = new String[100];
        for (int row = 0; row < notes.length; row++) {
            kinds[row] = row % 2 == 0 ? "a" : "b";
            notes[row] = "w" + row % 50 + " w" + (row + 1) % 50;
        }
        Table table = Table.builder().text("kind", kinds).text("note", notes).build();
        Prepared prepared = Prepare.of("kind")
                .withEncode(org.tributary.steps.prepare.Encode.NGrams.defaults())
                .run(table, new StepLog());
        FeatureRow[] rows = TrainingData.of(prepared).rows();
        for (int row = 0; row < rows.length; row++) {
            FeatureRow set = rows[row];
            assertThat(set.size()).isEqualTo(2);
            double[] all = new double[prepared.features().names().size()];
            for (int at = 0; at < set.size(); at++) {
                all[set.id(at)] = set.values()[at];
            }
            assertThat(all).isEqualTo(prepared.features().row(row));
            assertThat(set.id(0)).isLessThan(set.id(1));
        }
    }
}
