package org.tributary.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.data.DataVersions;
import org.tributary.tracking.ModelRegistry;
import org.tributary.tracking.Tracker;

/**
 * What a library adds to Tributary: steps by id, settings by id, codecs, folder formats, trackers, registries, data versions.
 *
 * <p>A library provides one through {@link java.util.ServiceLoader}; runners use what {@link #discover} finds. Ids are
 * kebab-case. Methods are called once, early; their answers must not change. <b>Threads:</b> immutable.
 */
public interface Extension {

    /** Steps for use in configuration, by id such as {@code csv}. */
    default Map<String, StepFactory<?>> steps() {
        return Map.of();
    }

    /** Settings records that implement an open interface (such as trainers), by that interface and id. */
    default Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
        return Map.of();
    }

    /** Codecs, at most one for a type. */
    default List<Codec<?>> codecs() {
        return List.of();
    }

    /** Folder formats, at most one for a type. */
    default List<FolderFormat<?>> folderFormats() {
        return List.of();
    }

    /** Makers of trackers from a whole URI, by its scheme such as {@code sqlite}. */
    default Map<String, Function<String, Tracker>> trackers() {
        return Map.of();
    }

    /** Makers of model registries from a whole URI, by its scheme. */
    default Map<String, Function<String, ModelRegistry>> registries() {
        return Map.of();
    }

    /** Readers of data versions, asked in this order. */
    default List<DataVersions> dataVersions() {
        return List.of();
    }

    /**
     * All extensions that a class loader sees, as one.
     *
     * @throws PipelineException if two of them register the same id or type, naming both and where they come from
     */
    static Extension discover(ClassLoader loader) {
        return MergedExtension.discover(loader);
    }

    /**
     * Several extensions as one.
     *
     * @throws PipelineException if two of them register the same id or type, naming both and where they come from
     */
    static Extension merge(Collection<? extends Extension> extensions) {
        return MergedExtension.of(extensions);
    }
}
