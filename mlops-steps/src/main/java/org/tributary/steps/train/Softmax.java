package org.tributary.steps.train;

import java.util.SplittableRandom;

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad, as Tribuo's LinearSGDTrainer does it with
 * LogMulticlass, in the same order of rows and operations: the weights agree with Tribuo's to the last digits.
 *
 * <p>Nothing is allocated per row; rows stay where they are, and a permutation is shuffled instead. Not thread safe.
 *
 * <p>AdaGrad: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
 * JMLR 12 (2011).
 */
final class Softmax {

    private final Logistic settings;
    private final FeatureRow[] rows;
    private final int[] labels;
    private final int bias;
    private final double[][] weights;
    private final double[][] squares;
    private final double[][] gradients;
    private final double[] scores;
    private final int[] order;
    private final SplittableRandom random;

    Softmax(Logistic settings, TrainingData data) {
        this.settings = settings;
        this.rows = data.rows();
        this.labels = data.labelIds();
        this.bias = data.featureCount();
        int outputs = data.labelCount();
        this.weights = new double[outputs][bias + 1];
        this.squares = new double[outputs][bias + 1];
        this.gradients = new double[settings.minibatch() == 1 ? 0 : outputs][bias + 1];
        this.scores = new double[outputs];
        this.order = java.util.stream.IntStream.range(0, rows.length).toArray();
        // Tribuo splits its generator once for each training.
        this.random = new SplittableRandom(settings.seed()).split();
    }

    /** The weights so far, one line for each label, the bias last in each. */
    double[][] weights() {
        return weights;
    }

    /** Goes once over all rows. @return the mean loss of a row, as it was when the row was seen */
    double epoch() {
        shuffle();
        double loss = settings.minibatch() == 1 ? rowByRow() : inBatches();
        return loss / rows.length;
    }

    private void shuffle() {
        for (int left = order.length; left > 1; left--) {
            int chosen = random.nextInt(left);
            int last = order[left - 1];
            order[left - 1] = order[chosen];
            order[chosen] = last;
        }
    }

    private double rowByRow() {
        double loss = 0;
        for (int row : order) {
            loss += score(rows[row], labels[row]);
            step(rows[row], labels[row]);
        }
        return loss;
    }

    /** Fills {@link #scores} with the probability of each label. @return the loss of the row */
    private double score(FeatureRow row, int label) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int output = 0; output < scores.length; output++) {
            scores[output] = dot(weights[output], row);
            greatest = Math.max(greatest, scores[output]);
        }
        double sum = 0;
        for (int output = 0; output < scores.length; output++) {
            scores[output] = Math.exp(scores[output] - greatest);
            sum += scores[output];
        }
        for (int output = 0; output < scores.length; output++) {
            scores[output] /= sum;
        }
        return -Math.log(scores[label]);
    }

    private double dot(double[] weight, FeatureRow row) {
        double[] values = row.values();
        int[] ids = row.ids();
        double sum = 0;
        if (ids == null) {
            for (int at = 0; at < values.length; at++) {
                sum += weight[at] * values[at];
            }
        } else {
            for (int at = 0; at < values.length; at++) {
                sum += weight[ids[at]] * values[at];
            }
        }
        return sum + weight[bias];
    }

    private void step(FeatureRow row, int label) {
        double[] values = row.values();
        int[] ids = row.ids();
        for (int output = 0; output < scores.length; output++) {
            double error = (output == label ? 1 : 0) - scores[output];
            double[] weight = weights[output];
            double[] square = squares[output];
            if (ids == null) {
                for (int at = 0; at < values.length; at++) {
                    adapt(weight, square, at, error * values[at], 1);
                }
            } else {
                for (int at = 0; at < values.length; at++) {
                    adapt(weight, square, ids[at], error * values[at], 1);
                }
            }
            adapt(weight, square, bias, error, 1);
        }
    }

    private void adapt(double[] weight, double[] square, int id, double gradient, double share) {
        square[id] += share * share * gradient * gradient;
        double rate = share * settings.learningRate() / (settings.epsilon() + Math.sqrt(square[id]));
        weight[id] += gradient * rate;
    }

    private double inBatches() {
        double loss = 0;
        for (int from = 0; from < order.length; from += settings.minibatch()) {
            int to = Math.min(from + settings.minibatch(), order.length);
            for (int at = from; at < to; at++) {
                loss += score(rows[order[at]], labels[order[at]]);
                collect(rows[order[at]], labels[order[at]]);
            }
            stepBatch(to - from);
        }
        return loss;
    }

    private void collect(FeatureRow row, int label) {
        for (int output = 0; output < scores.length; output++) {
            double error = (output == label ? 1 : 0) - scores[output];
            double[] gradient = gradients[output];
            for (int at = 0; at < row.size(); at++) {
                gradient[row.id(at)] += error * row.values()[at];
            }
            gradient[bias] += error;
        }
    }

    /** Tribuo scales the sum of a batch by its full size, and the last, shorter batch counts by its share. */
    private void stepBatch(int size) {
        double share = (double) size / settings.minibatch();
        for (int output = 0; output < gradients.length; output++) {
            double[] gradient = gradients[output];
            for (int id = 0; id <= bias; id++) {
                adapt(weights[output], squares[output], id, gradient[id] * settings.minibatch(), share);
                gradient[id] = 0;
            }
        }
    }
}
