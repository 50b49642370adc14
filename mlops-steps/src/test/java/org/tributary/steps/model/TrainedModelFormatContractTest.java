package org.tributary.steps.model;

import org.tributary.cache.FolderFormat;
import org.tributary.testkit.FolderFormatContract;

final class TrainedModelFormatContractTest extends FolderFormatContract<TrainedModel> {

    private final TrainedModel model = Models.birds(1);

    @Override
    protected FolderFormat<TrainedModel> format() {
        return new TrainedModelFormat();
    }

    @Override
    protected TrainedModel value() {
        return model;
    }
}
