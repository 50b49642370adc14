package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.Codec;
import org.tributary.tracking.Tracker;

final class MergedExtensionTest {

    @Test
    void merge_ofNone_isEmpty() {
        Extension none = Extension.merge(List.of());

        assertThat(none.steps()).isEmpty();
        assertThat(none.variants()).isEmpty();
        assertThat(none.codecs()).isEmpty();
        assertThat(none.folderFormats()).isEmpty();
        assertThat(none.trackers()).isEmpty();
        assertThat(none.registries()).isEmpty();
        assertThat(none.dataVersions()).isEmpty();
    }

    @Test
    void merge_ofTwo_holdsBothInOrder() {
        Extension merged = Extension.merge(
                List.of(new Steps("csv"), new Steps("clean"), new Codecs(String.class), new Codecs(Integer.class)));

        assertThat(merged.steps()).containsOnlyKeys("csv", "clean");
        assertThat(merged.codecs())
                .extracting(codec -> (Object) codec.type())
                .containsExactly(String.class, Integer.class);
    }

    @Test
    void merge_variantsOfOneInterface_areJoined() {
        Extension merged = Extension.merge(List.of(new Variants("one", One.class), new Variants("two", Two.class)));

        assertThat(merged.variants()).isEqualTo(Map.of(Open.class, Map.of("one", One.class, "two", Two.class)));
    }

    @Test
    void merge_sameStepTwice_namesBothAndWhereTheyComeFrom() {
        String place =
                getClass().getProtectionDomain().getCodeSource().getLocation().toString();

        assertThatThrownBy(() -> Extension.merge(List.of(new Steps("csv"), new OtherSteps("csv"))))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[EXTENSION_DUPLICATE_ID] the step \"csv\" is registered twice: by "
                        + Steps.class.getName() + " (" + place + ") and by "
                        + OtherSteps.class.getName() + " (" + place + "). Remove one of them from the class path.");
    }

    @Test
    void merge_sameCodecTrackerOrVariantTwice_saysWhich() {
        assertDuplicate("the codec for \"java.lang.String\" ", new Codecs(String.class), new Codecs(String.class));
        assertDuplicate("the tracker scheme \"file\" ", new Trackers("file"), new Trackers("file"));
        assertDuplicate("the Open \"one\" ", new Variants("one", One.class), new Variants("one", Two.class));
    }

    @Test
    void merge_ofAMergedOne_stillNamesWhoRegisteredIt() {
        Extension merged = Extension.merge(List.of(new Variants("one", One.class), new Steps("csv")));

        assertThatThrownBy(() -> Extension.merge(List.of(new OtherSteps("csv"), merged)))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("by " + OtherSteps.class.getName() + " (")
                .hasMessageContaining("and by " + Steps.class.getName() + " (");
        assertThat(Extension.merge(List.of(merged, new Steps("clean"))).steps()).containsOnlyKeys("csv", "clean");
    }

    @Test
    void discover_twoJarsWithOneId_namesBothJars(@TempDir Path folder) throws IOException {
        Path first = jar(folder.resolve("first"), Steps.class);
        Path second = jar(folder.resolve("second"), OtherSteps.class);

        try (URLClassLoader loader = loader(first, second)) {
            assertThatThrownBy(() -> Extension.discover(loader))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining(
                            Steps.class.getName() + " (" + first.toUri().toURL() + ")")
                    .hasMessageContaining(
                            OtherSteps.class.getName() + " (" + second.toUri().toURL() + ")");
        }
    }

    @Test
    void discover_oneJar_findsItsSteps(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = loader(jar(folder.resolve("only"), Steps.class))) {
            assertThat(Extension.discover(loader).steps()).containsOnlyKeys("csv");
        }
    }

    private static void assertDuplicate(String what, Extension first, Extension second) {
        assertThatThrownBy(() -> Extension.merge(List.of(first, second)))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[EXTENSION_DUPLICATE_ID] " + what + "is registered twice: by ");
    }

    /** A class folder that registers an extension as a jar would. */
    private static Path jar(Path folder, Class<?> extension) throws IOException {
        String file = extension.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream content = extension.getClassLoader().getResourceAsStream(file)) {
            Files.copy(Objects.requireNonNull(content), copy);
        }
        Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
        Files.writeString(services.resolve(Extension.class.getName()), extension.getName(), StandardCharsets.UTF_8);
        return folder;
    }

    private static URLClassLoader loader(Path... folders) throws IOException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        return new OwnClassesFirst(urls);
    }

    /** Defines the extensions of the folders itself and leaves all else to the class path. */
    private static final class OwnClassesFirst extends URLClassLoader {

        OwnClassesFirst(URL... urls) {
            super(urls, MergedExtensionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = Stream.of(Steps.class, OtherSteps.class)
                    .anyMatch(type -> type.getName().equals(name));
            return own && findLoadedClass(name) == null ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    /** An open interface. */
    public interface Open {}

    /** A variant. */
    public record One() implements Open {}

    /** Another variant. */
    public record Two() implements Open {}

    /** Registers one step. */
    public record Steps(String id) implements Extension {

        /** As a service. */
        public Steps() {
            this("csv");
        }

        @Override
        public Map<String, StepFactory<?>> steps() {
            return Map.of(id, StepFactory.of(One.class));
        }
    }

    /** Registers one step too. */
    public record OtherSteps(String id) implements Extension {

        /** As a service. */
        public OtherSteps() {
            this("csv");
        }

        @Override
        public Map<String, StepFactory<?>> steps() {
            return Map.of(id, StepFactory.of(Two.class));
        }
    }

    record Variants(String id, Class<? extends Record> variant) implements Extension {
        @Override
        public Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
            return Map.of(Open.class, Map.of(id, variant));
        }
    }

    record Trackers(String scheme) implements Extension {
        @Override
        public Map<String, Function<String, Tracker>> trackers() {
            return Map.of(scheme, uri -> Tracker.noop());
        }
    }

    record Codecs(Class<?> type) implements Extension {
        @Override
        public List<Codec<?>> codecs() {
            return List.of(new NoCodec<>(type));
        }
    }

    record NoCodec<T>(Class<T> type) implements Codec<T> {
        @Override
        public String format() {
            return "none/1";
        }

        @Override
        public void encode(T value, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public T decode(InputStream in) {
            throw new UnsupportedOperationException();
        }
    }
}
