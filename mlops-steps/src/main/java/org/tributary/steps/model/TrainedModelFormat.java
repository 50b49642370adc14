package org.tributary.steps.model;

import java.io.IOException;
import java.nio.file.Path;
import org.tributary.cache.FolderFormat;
import org.tributary.cache.RunProvenance;

/** Exports models as the folders that {@link TrainedModel#load} reads. */
public final class TrainedModelFormat implements FolderFormat<TrainedModel> {

    @Override
    public Class<TrainedModel> type() {
        return TrainedModel.class;
    }

    @Override
    public void write(TrainedModel value, RunProvenance provenance, Path folder) throws IOException {
        ModelFolder.write(value, provenance, folder);
    }

    @Override
    public TrainedModel read(Path folder) throws IOException {
        return ModelFolder.read(folder);
    }

    @Override
    public boolean owns(Path folder) {
        return ModelFolder.owns(folder);
    }

    @Override
    public boolean holds(Path folder, String digest) {
        return ModelFolder.holds(folder, digest);
    }
}
