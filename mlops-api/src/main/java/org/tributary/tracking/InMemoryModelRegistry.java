package org.tributary.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** Keeps names, versions and aliases in memory. */
final class InMemoryModelRegistry implements ModelRegistry {

    private final Map<String, List<Path>> versions = new HashMap<>();
    private final Map<ModelUri, Integer> aliases = new HashMap<>();

    @Override
    public synchronized ModelUri register(String name, Path folder) {
        int next = versions.getOrDefault(name, List.of()).size() + 1;
        ModelUri uri = ModelUri.version(name, next);
        versions.computeIfAbsent(name, key -> new ArrayList<>()).add(folder);
        return uri;
    }

    @Override
    public synchronized void alias(String name, String alias, int version) {
        find(name, version, ModelUri.version(name, version));
        aliases.put(ModelUri.alias(name, alias), version);
    }

    @Override
    public synchronized Path resolve(ModelUri uri) {
        return uri.fold(
                (name, version) -> find(name, version, uri),
                (name, alias) -> find(name, aliases.get(uri), uri),
                (run, path) -> find("", null, uri),
                folder -> folder);
    }

    private Path find(String name, @Nullable Integer version, ModelUri uri) {
        List<Path> folders = versions.getOrDefault(name, List.of());
        if (version == null || version < 1 || version > folders.size()) {
            throw new PipelineException("[MODEL_UNKNOWN] the registry does not know " + uri + ": it has the models "
                    + versions.keySet().stream().sorted().toList() + ". Register the model first.");
        }
        return folders.get(version - 1);
    }
}
