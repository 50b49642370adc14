package org.tributary.steps.train;

import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Prepared;

/**
 * Learns a model from the prepared training part.
 *
 * @param trainer how to learn, with its settings
 */
public record Train(
        @Setting(inline = true, doc = "How to learn, with its settings.")
        Trainer trainer) implements Step<Prepared, TrainedModel> {

    /** Trains with this trainer. */
    public static Train of(Trainer trainer) {
        return new Train(trainer);
    }

    /** The same with another trainer. */
    public Train withTrainer(Trainer trainer) {
        return new Train(trainer);
    }

    @Override
    public TrainedModel run(Prepared prepared, StepContext context) throws Exception {
        TrainingData data = TrainingData.of(prepared);
        return TrainedModel.of(prepared.preparation(), trainer.train(data, context), prepared.profile());
    }
}
