package org.tributary.tracking;

import java.nio.file.Path;
import java.util.List;

/**
 * Names models and finds them again; a facade over MLflow's registry and others.
 *
 * <p>Names hold neither {@code /}, {@code @} nor {@code :}. <b>Threads:</b> safe for several threads.
 */
public interface ModelRegistry {

    /**
     * Adds a model folder as the next version of a name.
     *
     * @return the URI of that version
     * @throws org.tributary.pipeline.PipelineException if the name is none
     */
    ModelUri register(String name, Path folder);

    /**
     * Points an alias at a version, moving it if it exists.
     *
     * @throws org.tributary.pipeline.PipelineException if there is no such version
     */
    void alias(String name, String alias, int version);

    /**
     * The folder of a model, fetched if it lies elsewhere.
     *
     * @throws org.tributary.pipeline.PipelineException if the registry does not know it
     */
    Path resolve(ModelUri uri);

    /** A registry that knows folders only and registers nothing. */
    static ModelRegistry noop() {
        return NoopModelRegistry.INSTANCE;
    }

    /** A registry in memory, for tests. */
    static ModelRegistry inMemory() {
        return new InMemoryModelRegistry();
    }

    /** Registers in all of these, answers with the first, and resolves by the first that knows the model. */
    static ModelRegistry composite(ModelRegistry first, ModelRegistry... others) {
        return CompositeModelRegistry.of(first, List.of(others));
    }
}
