package org.tributary.steps.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;
import org.tributary.steps.model.Predictions;
import org.tributary.steps.model.TrainedModel;
import org.tributary.table.Column;
import org.tributary.table.ColumnNames;
import org.tributary.table.Table;

/**
 * Judges a model by the test part, which goes in as it came out of the split, with its target.
 *
 * <p>Rows without a target are left out and counted. Logs {@code accuracy}, {@code baseline.accuracy} (as if each row got the
 * most frequent label of the training part), {@code f1.macro}, {@code f1.<label>} for each label, and the artifacts
 * {@code confusion.json} and, for people, {@code evaluation.txt}. A label that the training part did not have counts as wrong,
 * and a warning names it.
 */
public record Evaluate() implements BiStep<TrainedModel, Table, Evaluation> {

    /** Judges by accuracy and f1. */
    public static Evaluate defaults() {
        return new Evaluate();
    }

    /**
     * Predicts the test part and counts.
     *
     * @throws PipelineException the test part has no target column, or no row with a target
     */
    @Override
    public Evaluation run(TrainedModel model, Table test, StepContext context) {
        Table labelled = labelled(test, model.target());
        Evaluation evaluation = evaluate(model, labelled, test.rowCount() - labelled.rowCount());
        warnOfUnknown(model, evaluation, context);
        log(evaluation, context);
        return evaluation;
    }

    private static Table labelled(Table test, String target) {
        Column labels = test.find(target)
                .orElseThrow(() -> new PipelineException(
                        "[EVALUATE_NO_TARGET] the test part has no target column \"" + target + "\": columns are "
                                + ColumnNames.list(test.columnNames()) + "."
                                + ColumnNames.didYouMean(target, test.columnNames())));
        int[] rows = IntStream.range(0, test.rowCount())
                .filter(row -> !labels.isMissing(row))
                .toArray();
        if (rows.length == 0) {
            throw new PipelineException("[EVALUATE_NO_ROWS] none of the " + test.rowCount()
                    + " rows of the test part has a value in the target column \"" + target
                    + "\". Check what clean removes and how split divides.");
        }
        return rows.length == test.rowCount() ? test : test.rows(rows);
    }

    private static Evaluation evaluate(TrainedModel model, Table test, long dropped) {
        Column truths = test.column(model.target());
        ConfusionMatrix confusion = confusion(model, truths, model.predict(test));
        List<ClassScore> classes = new ArrayList<>();
        long hits = 0;
        for (int label = 0; label < confusion.labels().size(); label++) {
            classes.add(ClassScore.of(
                    confusion.labels().get(label),
                    confusion.hits(label),
                    confusion.given(label),
                    confusion.support(label)));
            hits += confusion.hits(label);
        }
        long rows = test.rowCount();
        long majority = confusion.support(confusion.labels().indexOf(model.majority()));
        return new Evaluation(
                (double) hits / rows,
                (double) majority / rows,
                macroF1(confusion, classes),
                classes,
                confusion,
                rows,
                dropped);
    }

    private static ConfusionMatrix confusion(TrainedModel model, Column truths, Predictions predictions) {
        TreeSet<String> sorted = new TreeSet<>(model.labels());
        for (int row = 0; row < truths.size(); row++) {
            sorted.add(truths.text(row));
        }
        List<String> labels = List.copyOf(sorted);
        long[][] counts = new long[labels.size()][labels.size()];
        for (int row = 0; row < truths.size(); row++) {
            int truth = Collections.binarySearch(labels, truths.text(row));
            counts[truth][Collections.binarySearch(labels, predictions.label(row))]++;
        }
        return ConfusionMatrix.of(labels, counts);
    }

    private static double macroF1(ConfusionMatrix confusion, List<ClassScore> classes) {
        return IntStream.range(0, classes.size())
                .filter(label -> confusion.support(label) + confusion.given(label) > 0)
                .mapToDouble(label -> classes.get(label).f1())
                .average()
                .orElse(0);
    }

    private static void warnOfUnknown(TrainedModel model, Evaluation evaluation, StepContext context) {
        for (ClassScore score : evaluation.classes()) {
            if (!model.labels().contains(score.label())) {
                context.warn(score.support() + " test rows have the label \"" + score.label()
                        + "\", which the training part did not have: they count as wrong.");
            }
        }
    }

    private static void log(Evaluation evaluation, StepContext context) {
        context.metric("accuracy", evaluation.accuracy());
        context.metric("baseline.accuracy", evaluation.baselineAccuracy());
        context.metric("f1.macro", evaluation.macroF1());
        Set<String> used = new HashSet<>();
        for (ClassScore score : evaluation.classes()) {
            String name = metricName(score.label());
            while (!used.add(name)) {
                name += "_";
            }
            context.metric("f1." + name, score.f1());
        }
        context.artifact("confusion.json", evaluation.confusion().toJson());
        context.artifact("evaluation.txt", (evaluation + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Labels may hold anything, the names of metrics only letters, digits and a few signs. */
    private static String metricName(String label) {
        return label.replaceAll("[^\\p{L}\\p{N}_\\-. /:]", "_");
    }
}
