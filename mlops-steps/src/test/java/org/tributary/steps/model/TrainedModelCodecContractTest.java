package org.tributary.steps.model;

import java.util.List;
import org.tributary.cache.Codec;
import org.tributary.steps.Tables;
import org.tributary.steps.train.Logistic;
import org.tributary.testkit.CodecContract;

final class TrainedModelCodecContractTest extends CodecContract<TrainedModel> {

    @Override
    protected Codec<TrainedModel> codec() {
        return new TrainedModelCodec();
    }

    @Override
    protected List<TrainedModel> values() {
        return List.of(
                Models.birds(1),
                Models.birds(2),
                Models.stock(3),
                Models.train(Tables.birds(1, 120).select(List.of("Species", "Island"))),
                Models.train(Tables.birds(1, 120), Logistic.defaults().withMinibatch(8)));
    }

    /** Trained again, a moment later. */
    @Override
    protected TrainedModel copyOf(TrainedModel value) {
        return values().stream().filter(value::equals).findFirst().orElseThrow();
    }
}
