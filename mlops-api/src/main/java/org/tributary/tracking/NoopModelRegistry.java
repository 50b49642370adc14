package org.tributary.tracking;

import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;

/** Knows folders only and registers nothing. */
enum NoopModelRegistry implements ModelRegistry {
    INSTANCE;

    @Override
    public ModelUri register(String name, Path folder) {
        return ModelUri.folder(folder);
    }

    @Override
    public void alias(String name, String alias, int version) {}

    @Override
    public Path resolve(ModelUri uri) {
        return uri.fold(
                (name, version) -> unknown(uri),
                (name, alias) -> unknown(uri),
                (run, path) -> unknown(uri),
                folder -> folder);
    }

    private static Path unknown(ModelUri uri) {
        throw new PipelineException("[MODEL_UNKNOWN] no registry is configured that could know " + uri
                + ". Give the path of a model folder, or configure a registry.");
    }
}
