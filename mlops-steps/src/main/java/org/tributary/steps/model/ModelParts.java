package org.tributary.steps.model;

import java.util.List;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.prepare.Preparation;
import org.tributary.table.TableProfile;

/** A model as documents: what both the codec and the folder hold. */
record ModelParts(byte[] preparation, byte[] profile, byte[] tribuo) {

    static ModelParts of(TrainedModel model) {
        return new ModelParts(model.preparation().toJson(), model.profile().toJson(), model.tribuoBytes());
    }

    /** The parts in the order in which the codec stores them. */
    List<byte[]> inOrder() {
        return List.of(preparation, profile, tribuo);
    }

    /** The model, after each part was checked. @param place where the parts came from, for messages */
    TrainedModel model(String place) {
        Preparation fitted = Preparation.fromJson(preparation, place + ": " + ModelFolder.PREPARATION);
        return TrainedModel.of(fitted, tribuo, profile(place), place + ": " + ModelFolder.TRIBUO);
    }

    private TableProfile profile(String place) {
        try {
            return TableProfile.fromJson(profile);
        } catch (RuntimeException e) {
            throw new PipelineException(
                    "[MODEL_DAMAGED] " + place + ": " + ModelFolder.PROFILE + " is no profile: " + e.getMessage(), e);
        }
    }
}
