package org.tributary.steps.model;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What a model says about each row of a table, in row order. <b>Threads:</b> safe. */
public final class Predictions implements Iterable<Prediction> {

    private final String[] labels;
    private final double[] scores;
    private final int[] best;

    /** @param scores of row 0, then of row 1 and so on, each in the order of the labels */
    Predictions(String[] labels, double[] scores, int[] best) {
        this.labels = labels;
        this.scores = scores;
        this.best = best;
    }

    /** How many rows there are. */
    public int size() {
        return best.length;
    }

    /** The label of a row. */
    public String label(int row) {
        return labels[best[row]];
    }

    /** The probability of the label of a row. */
    public double probability(int row) {
        return scores[row * labels.length + best[row]];
    }

    /** All about a row. */
    public Prediction get(int row) {
        Objects.checkIndex(row, size());
        int from = row * labels.length;
        double[] own = Arrays.copyOfRange(scores, from, from + labels.length);
        return new Classification(label(row), probability(row), new LabelScores(labels, own));
    }

    /** All rows. */
    public List<Prediction> toList() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    @Override
    public Iterator<Prediction> iterator() {
        return IntStream.range(0, size()).mapToObj(this::get).iterator();
    }
}
