package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public is promised, so it is counted. */
final class PublicTypesTest {

    private static final int MOST = 40;

    @Test
    void publicTypes_ofExportedPackages_areFew() throws Exception {
        List<Class<?>> all = publicTypes();
        List<Class<?>> topLevel =
                all.stream().filter(type -> type.getEnclosingClass() == null).toList();
        System.out.println("Public types of mlops-api: " + topLevel.size() + ", with nested ones " + all.size()
                + "; at most " + MOST + " top-level ones are allowed.");

        assertThat(topLevel).hasSizeBetween(30, MOST).contains(Step.class, Pipeline.class);
        assertThat(all).doesNotContain(Wiring.class);
    }

    @Test
    void packages_ofTheModule_areAllExported() throws Exception {
        assertThat(exported()).hasSize(5).isEqualTo(packages());
    }

    private static List<Class<?>> publicTypes() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        for (String name : classNames()) {
            Class<?> type = Class.forName(name, false, Step.class.getClassLoader());
            if (exported().contains(type.getPackageName()) && isPublic(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> packages() throws Exception {
        Set<String> packages = new TreeSet<>();
        classNames().forEach(name -> packages.add(name.substring(0, name.lastIndexOf('.'))));
        return packages;
    }

    private static Set<String> exported() throws Exception {
        Set<String> packages = new TreeSet<>();
        try (var file = Files.newInputStream(classes().resolve("module-info.class"))) {
            ModuleDescriptor.read(file).exports().forEach(export -> packages.add(export.source()));
        }
        return packages;
    }

    private static List<String> classNames() throws Exception {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(path -> path.endsWith(".class") && !path.endsWith("-info.class"))
                    .map(path -> path.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Step.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
