package org.tributary.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** Registers in several registries and resolves by the first that knows a model. */
record CompositeModelRegistry(List<ModelRegistry> registries) implements ModelRegistry {

    static CompositeModelRegistry of(ModelRegistry first, List<ModelRegistry> others) {
        List<ModelRegistry> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return new CompositeModelRegistry(List.copyOf(all));
    }

    @Override
    public ModelUri register(String name, Path folder) {
        List<ModelUri> uris = registries.stream()
                .map(registry -> registry.register(name, folder))
                .toList();
        return uris.get(0);
    }

    @Override
    public void alias(String name, String alias, int version) {
        registries.forEach(registry -> registry.alias(name, alias, version));
    }

    @Override
    public Path resolve(ModelUri uri) {
        PipelineException last = null;
        for (ModelRegistry registry : registries) {
            try {
                return registry.resolve(uri);
            } catch (PipelineException e) {
                last = keepFirst(last, e);
            }
        }
        throw last == null ? new IllegalStateException("no registry") : last;
    }

    private static PipelineException keepFirst(@Nullable PipelineException first, PipelineException next) {
        return first == null ? next : first;
    }
}
