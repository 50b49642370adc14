package org.tributary.steps.model;

import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.steps.train.Trainer;
import org.tributary.table.Table;

/** Small models for tests, trained when asked for. */
public final class Models {

    private Models() {}

    /** A model of 120 birds. */
    public static TrainedModel birds(long seed) {
        return train(Tables.birds(seed, 120));
    }

    /** A model of these rows. */
    public static TrainedModel train(Table table) {
        return train(table, Logistic.defaults());
    }

    /** The same by Tribuo's own trainer, which notes time and machine. */
    public static TrainedModel stock(long seed) {
        return train(
                Tables.birds(seed, 120),
                (data, context) -> new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(1, 0.1), 5, 12345L)
                        .train(data.dataset()));
    }

    /** A model of these rows by that trainer. */
    public static TrainedModel train(Table table, Trainer trainer) {
        Prepared prepared = Prepare.of("Species").run(table, new StepLog());
        try {
            return Train.of(trainer).run(prepared, new StepLog());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
