package org.tributary.pipeline;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.data.DataVersions;
import org.tributary.tracking.ModelRegistry;
import org.tributary.tracking.Tracker;

/** Several extensions as one; an id that two of them register is an error. */
record MergedExtension(
        Map<String, StepFactory<?>> steps,
        Map<Class<?>, Map<String, Class<? extends Record>>> variants,
        List<Codec<?>> codecs,
        List<FolderFormat<?>> folderFormats,
        Map<String, Function<String, Tracker>> trackers,
        Map<String, Function<String, ModelRegistry>> registries,
        List<DataVersions> dataVersions,
        List<Extension> parts)
        implements Extension {

    static Extension discover(ClassLoader loader) {
        return of(ServiceLoader.load(Extension.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    static Extension of(Collection<? extends Extension> given) {
        List<Extension> extensions =
                given.stream().flatMap(MergedExtension::partsOf).toList();
        return new MergedExtension(
                mapOf("step", extensions, Extension::steps),
                variantsOf(extensions),
                listOf("codec for", extensions, Extension::codecs, Codec::type),
                listOf("folder format for", extensions, Extension::folderFormats, FolderFormat::type),
                mapOf("tracker scheme", extensions, Extension::trackers),
                mapOf("registry scheme", extensions, Extension::registries),
                extensions.stream()
                        .flatMap(extension -> extension.dataVersions().stream())
                        .toList(),
                extensions);
    }

    /** Taken apart again, so that an error names the extension and not the merger. */
    private static Stream<Extension> partsOf(Extension extension) {
        return extension instanceof MergedExtension merged ? merged.parts.stream() : Stream.of(extension);
    }

    private static <V> Map<String, V> mapOf(
            String what, Collection<? extends Extension> extensions, Function<Extension, Map<String, V>> part) {
        Merge<String, V> merge = new Merge<>(what);
        for (Extension extension : extensions) {
            part.apply(extension).forEach((id, value) -> merge.put(id, value, extension));
        }
        return Collections.unmodifiableMap(merge.values);
    }

    private static <V> List<V> listOf(
            String what,
            Collection<? extends Extension> extensions,
            Function<Extension, List<V>> part,
            Function<V, Class<?>> type) {
        Merge<Class<?>, V> merge = new Merge<>(what);
        for (Extension extension : extensions) {
            part.apply(extension).forEach(value -> merge.put(type.apply(value), value, extension));
        }
        return List.copyOf(new ArrayList<>(merge.values.values()));
    }

    private static Map<Class<?>, Map<String, Class<? extends Record>>> variantsOf(
            Collection<? extends Extension> extensions) {
        return extensions.stream()
                .flatMap(extension -> extension.variants().keySet().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> variantsOf(type, extensions)));
    }

    private static Map<String, Class<? extends Record>> variantsOf(
            Class<?> type, Collection<? extends Extension> extensions) {
        return mapOf(
                type.getSimpleName(),
                extensions,
                extension -> extension.variants().getOrDefault(type, Map.of()));
    }

    /** Collects values by id and remembers who gave them. */
    private static final class Merge<K, V> {

        private final String what;
        private final Map<K, V> values = new LinkedHashMap<>();
        private final Map<K, Extension> owners = new LinkedHashMap<>();

        Merge(String what) {
            this.what = what;
        }

        void put(K id, V value, Extension owner) {
            Extension other = owners.putIfAbsent(id, owner);
            if (other != null) {
                throw new PipelineException("[EXTENSION_DUPLICATE_ID] the " + what + " \"" + name(id)
                        + "\" is registered twice: by " + describe(other) + " and by " + describe(owner)
                        + ". Remove one of them from the class path.");
            }
            values.put(id, value);
        }

        private static String name(Object id) {
            return id instanceof Class<?> type ? type.getName() : id.toString();
        }

        private static String describe(Extension extension) {
            CodeSource source = extension.getClass().getProtectionDomain().getCodeSource();
            String place =
                    source == null ? "an unknown place" : source.getLocation().toString();
            return extension.getClass().getName() + " (" + place + ")";
        }
    }
}
