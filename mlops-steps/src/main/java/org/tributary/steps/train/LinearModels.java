package org.tributary.steps.train;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

/**
 * Makes Tribuo's own model of finished weights; only a trainer of Tribuo may make one.
 *
 * <p>The model's provenance names the stock trainer with the settings that would give the same weights.
 */
final class LinearModels extends LinearSGDTrainer {

    private final LinearSGDTrainer stock;

    LinearModels(Logistic settings) {
        super(new LogMulticlass(), optimiser(settings), settings.epochs(), -1, settings.minibatch(), settings.seed());
        this.stock = stock(settings);
    }

    /** The trainer of Tribuo that gives the same weights, slower. */
    static LinearSGDTrainer stock(Logistic settings) {
        return new LinearSGDTrainer(
                new LogMulticlass(), optimiser(settings), settings.epochs(), -1, settings.minibatch(), settings.seed());
    }

    private static AdaGrad optimiser(Logistic settings) {
        return new AdaGrad(settings.learningRate(), settings.epsilon());
    }

    LinearSGDModel model(TrainingData data, double[][] weights) {
        OffsetDateTime never = OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
        ModelProvenance provenance = new ModelProvenance(
                getModelClassName(), never, data.dataset().getProvenance(), stock.getProvenance(), Map.of());
        LinearParameters parameters = new LinearParameters(DenseMatrix.createDenseMatrix(weights));
        return createModel(getName(), provenance, data.featureMap(), data.labelInfo(), parameters);
    }
}
