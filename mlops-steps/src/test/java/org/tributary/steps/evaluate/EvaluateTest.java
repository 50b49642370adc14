package org.tributary.steps.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.steps.model.Models;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Features;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

class EvaluateTest {

    private static Evaluation evaluate(TrainedModel model, Table test) {
        return Evaluate.defaults().run(model, test, new StepLog());
    }

    @Test
    void evaluate_anyTestPart_agreesWithTribuo() {
        for (long seed = 0; seed < 10; seed++) {
            TrainedModel model = Models.birds(seed);
            Table test = Tables.birds(seed + 500, 150);
            Evaluation ours = evaluate(model, test);
            LabelEvaluation stock = stock(model, test);
            assertThat(ours.accuracy()).as("seed %d", seed).isCloseTo(stock.accuracy(), within(1e-12));
            assertThat(ours.macroF1()).isCloseTo(stock.macroAveragedF1(), within(1e-12));
            for (ClassScore score : ours.classes()) {
                Label label = new Label(score.label());
                assertThat(score.precision()).isCloseTo(stock.precision(label), within(1e-12));
                assertThat(score.recall()).isCloseTo(stock.recall(label), within(1e-12));
                assertThat(score.f1()).isCloseTo(stock.f1(label), within(1e-12));
                for (ClassScore other : ours.classes()) {
                    assertThat(ours.confusion().count(score.label(), other.label()))
                            .isEqualTo((long) stock.confusion(new Label(other.label()), label));
                }
            }
        }
    }

    private static LabelEvaluation stock(TrainedModel model, Table test) {
        MutableDataset<Label> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
        Features features = model.preparation().apply(test);
        String[] names = features.names().toArray(String[]::new);
        for (int row = 0; row < features.rowCount(); row++) {
            Label label = new Label(test.text("Species").text(row));
            data.add(new ArrayExample<>(label, names, features.row(row)));
        }
        return new LabelEvaluator().evaluate(model.tribuo(), data);
    }

    @Test
    void evaluate_majority_isThatOfTheTrainingPart() {
        TrainedModel model = Models.birds(1);
        Table test = Tables.birds(501, 150);
        long most = IntStream.range(0, 150)
                .filter(row -> test.text("Species").text(row).equals(model.majority()))
                .count();
        assertThat(evaluate(model, test).baselineAccuracy()).isEqualTo(most / 150.0);
    }

    private static Table relabelled(int rows, @Nullable String label, int... which) {
        Table table = Tables.birds(3, rows);
        @Nullable String[] labels = new String[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = table.text("Species").text(row);
        }
        for (int row : which) {
            labels[row] = label;
        }
        return table.with(TextColumn.of("Species", labels));
    }

    @Test
    void evaluate_rowsWithoutATarget_areLeftOutAndCounted() {
        Evaluation evaluation = evaluate(Models.birds(1), relabelled(30, null, 4, 9));
        assertThat(evaluation.rows()).isEqualTo(28);
        assertThat(evaluation.dropped()).isEqualTo(2);
        assertThat(evaluation.classes().stream().mapToLong(ClassScore::support).sum())
                .isEqualTo(28);
    }

    @Test
    void evaluate_labelNeverSeen_countsAsWrongAndWarns() {
        StepLog log = new StepLog();
        Evaluation evaluation = Evaluate.defaults().run(Models.birds(1), relabelled(30, "Emperor", 4, 9), log);
        assertThat(evaluation.of("Emperor").recall()).isZero();
        assertThat(evaluation.of("Emperor").support()).isEqualTo(2);
        assertThat(evaluation.accuracy()).isLessThanOrEqualTo(28 / 30.0);
        assertThat(log.warnings)
                .containsExactly(
                        "2 test rows have the label \"Emperor\", which the training part did not have: they count as wrong.");
    }

    @Test
    void evaluate_logsFiguresAndConfusion() {
        StepLog log = new StepLog();
        Evaluation evaluation = Evaluate.defaults().run(Models.birds(1), Tables.birds(8, 50), log);
        assertThat(log.metrics.keySet())
                .containsExactly("accuracy", "baseline.accuracy", "f1.macro", "f1.Adelie", "f1.Chinstrap", "f1.Gentoo");
        assertThat(log.metrics).containsEntry("accuracy", evaluation.accuracy());
        assertThat(log.artifacts).containsOnlyKeys("confusion.json", "evaluation.txt");
        assertThat(log.warnings).isEmpty();
    }

    @Test
    void evaluate_labelsWithOddSigns_getNamesThatTrackersTake() {
        Table table = Tables.birds(1, 60);
        String[] labels = IntStream.range(0, 60)
                .mapToObj(row -> table.text("Species").text(row).equals("Adelie") ? "a(b" : "a[b")
                .toArray(String[]::new);
        Table odd = table.with(TextColumn.of("Species", labels));
        StepLog log = new StepLog();
        Evaluate.defaults().run(Models.train(odd), odd, log);
        assertThat(log.metrics.keySet())
                .containsExactly("accuracy", "baseline.accuracy", "f1.macro", "f1.a_b", "f1.a_b_");
    }

    @Test
    void confusion_json_isAsDocumented() {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("a", "b"), new long[][] {{3, 1}, {0, 2}});
        assertThat(new String(confusion.toJson(), UTF_8)).isEqualTo("""
                        {
                          "labels" : [
                            "a",
                            "b"
                          ],
                          "counts" : [
                            [
                              3,
                              1
                            ],
                            [
                              0,
                              2
                            ]
                          ]
                        }
                        """);
        assertThat(confusion.count("a", "b")).isEqualTo(1);
        assertThatThrownBy(() -> confusion.count("a", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no label \"c\": labels are [a, b]");
    }

    @Test
    void evaluation_text_isReadable() {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("a", "b"), new long[][] {{3, 1}, {0, 2}});
        Evaluation evaluation = new Evaluation(
                5 / 6.0,
                4 / 6.0,
                0.8286,
                List.of(ClassScore.of("a", 3, 3, 4), ClassScore.of("b", 2, 3, 2)),
                confusion,
                6,
                1);
        assertThat(evaluation).hasToString("""
                        accuracy 0.8333 (baseline 0.6667), macro f1 0.8286, 6 rows, 1 without a label
                          a: precision 1.0000, recall 0.7500, f1 0.8571, 4 rows
                          b: precision 0.6667, recall 1.0000, f1 0.8000, 2 rows""");
        assertThatThrownBy(() -> evaluation.of("c")).hasMessage("no label \"c\"");
    }

    @Test
    void classScore_nothingGivenOrThere_isZero() {
        assertThat(ClassScore.of("a", 0, 0, 0)).isEqualTo(new ClassScore("a", 0, 0, 0, 0));
    }

    @Test
    void evaluate_noTarget_saysWhatIsWrong() {
        Table test = Tables.birds(3, 5);
        assertThatThrownBy(() -> evaluate(Models.birds(1), test.drop(List.of("Species"))))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[EVALUATE_NO_TARGET] the test part has no target column \"Species\": columns are Bill (mm), Mass"
                                + " (g), Island, Adult.");
        assertThatThrownBy(() -> evaluate(Models.birds(1), relabelled(3, null, 0, 1, 2)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[EVALUATE_NO_ROWS] none of the 3 rows of the test part has a value in the target column"
                        + " \"Species\". Check what clean removes and how split divides.");
    }
}
