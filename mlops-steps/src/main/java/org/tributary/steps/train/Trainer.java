package org.tributary.steps.train;

import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tributary.pipeline.StepContext;

/**
 * A way to learn a model; an implementation is a record whose components are its settings, the seed among them.
 *
 * <p>The same data and settings must give the same model. <b>Threads:</b> one instance may train several models at once.
 */
public interface Trainer {

    /**
     * Learns a model.
     *
     * @param data the finished numbers and labels of the training part
     * @param context takes the loss of each epoch as the series {@code loss}, progress, and says whether to stop
     * @return a model of one of the classes that {@link org.tributary.steps.model.TrainedModel} accepts
     * @throws Exception any exception fails the step; {@link InterruptedException} cancels it
     */
    Model<Label> train(TrainingData data, StepContext context) throws Exception;
}
