package org.tributary.steps.evaluate;

import java.util.List;
import java.util.Locale;

/**
 * How good a classification is.
 *
 * @param accuracy how many rows got their label, from 0 to 1
 * @param baselineAccuracy how many would if each got the most frequent label of the training part
 * @param macroF1 the mean of f1 over the labels that the test part has or that were given
 * @param classes one score for each label, in alphabetical order
 * @param confusion how often each label was taken for each other one
 * @param rows how many rows were judged
 * @param dropped how many rows had no label and were left out
 */
public record Evaluation(
        double accuracy,
        double baselineAccuracy,
        double macroF1,
        List<ClassScore> classes,
        ConfusionMatrix confusion,
        long rows,
        long dropped) {

    /** Copies the list. */
    public Evaluation {
        classes = List.copyOf(classes);
    }

    /** The score of a label. */
    public ClassScore of(String label) {
        return classes.stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no label \"" + label + "\""));
    }

    /** A line of totals, then a line for each label. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "accuracy %.4f (baseline %.4f), macro f1 %.4f, %d rows, %d without a label",
                accuracy,
                baselineAccuracy,
                macroF1,
                rows,
                dropped));
        for (ClassScore score : classes) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s: precision %.4f, recall %.4f, f1 %.4f, %d rows",
                    score.label(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.support()));
        }
        return text.toString();
    }
}
