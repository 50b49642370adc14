package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user's project of tests as its author sees it: sources, a library, a data file and settings of the runner. It is
 * edited, then laid down in a folder. Not safe for several threads.
 */
final class EditedProject {
    private static final String MAIN = resource("sources");
    private static final String LIBRARY = resource("library");

    private final Map<String, String> sources = split(MAIN);
    private final Map<String, String> library = split(LIBRARY);
    private final Map<String, String> libraryEntries = new TreeMap<>();
    private final Map<String, String> resources = new TreeMap<>();
    private final List<String> ownCode = new ArrayList<>();
    private String dataName = "data.txt";
    private byte[] data = "hello".getBytes(StandardCharsets.UTF_8);
    private FileTime dataTime = FileTime.fromMillis(1_000_000_000_000L);

    EditedProject() {
        release("1.0");
    }

    /** Replaces a text of a source, which must be there; the file is that of a class in package acme. */
    EditedProject edit(String type, String from, String to) {
        return editFile("acme/" + type, from, to);
    }

    EditedProject editFile(String name, String from, String to) {
        replace(sources, name + ".java", from, to);
        return this;
    }

    /** Replaces a text in every source. */
    EditedProject editAll(String from, String to) {
        sources.replaceAll((name, text) -> text.replace(from, to));
        return this;
    }

    /** Gives a source another name. */
    EditedProject move(String from, String to) {
        sources.put(to + ".java", Objects.requireNonNull(sources.remove(from + ".java")));
        return this;
    }

    EditedProject add(String name, String text) {
        sources.put(name + ".java", text);
        return this;
    }

    /** Puts a file beside the classes. */
    EditedProject resource(String name, String text) {
        resources.put(name, text);
        return this;
    }

    EditedProject editLibrary(String from, String to) {
        replace(library, "lib/Tool.java", from, to);
        return this;
    }

    /** Sets the version that the library's jar says; empty for a jar without version. */
    EditedProject release(String version) {
        libraryEntries.clear();
        if (!version.isEmpty()) {
            libraryEntries.put(
                    "META-INF/maven/org.lib/tool/pom.properties",
                    "groupId=org.lib\nartifactId=tool\nversion=" + version + "\n");
        }
        return this;
    }

    EditedProject libraryEntry(String name, String text) {
        libraryEntries.put(name, text);
        return this;
    }

    EditedProject ownCode(String name) {
        ownCode.add(name);
        return this;
    }

    EditedProject data(String text) {
        data = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    EditedProject dataName(String name) {
        dataName = name;
        return this;
    }

    EditedProject touchData() {
        dataTime = FileTime.fromMillis(1_700_000_000_000L);
        return this;
    }

    List<String> ownCode() {
        return ownCode;
    }

    /** Writes the data file into a folder, and returns it. */
    Path writeData(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.write(folder.resolve(dataName), data);
        return Files.setLastModifiedTime(file, dataTime);
    }

    /** Compiles and packs the library into a folder, and returns the jar. */
    Path writeLibrary(Path folder) {
        Path classes = TestCompiler.compile(library, folder.resolve("lib-classes"));
        return TestCompiler.jar(classes, libraryEntries, folder.resolve("tool.jar"));
    }

    /** Compiles into a folder, as a named module that can also be used from the class path. */
    Path compile(Path classes, List<Path> modules) throws IOException {
        for (Map.Entry<String, String> resource : resources.entrySet()) {
            Path file = classes.resolve(resource.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, resource.getValue());
        }
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.put("module-info.java", "module acme.flow { requires org.tributary.api; requires tool; exports acme; }");
        String path = modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return TestCompiler.compile(all, classes, "--module-path", path);
    }

    /** Writes the sources to a folder, and returns the files. */
    List<Path> writeSources(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        return files;
    }

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void replace(Map<String, String> files, String name, String from, String to) {
        String text = Objects.requireNonNull(files.get(name), name);
        assertThat(text).as(name).contains(from);
        files.put(name, text.replace(from, to));
    }

    private static Map<String, String> split(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : text.split("// file: ")) {
            int end = file.indexOf('\n');
            if (end > 0) {
                files.put(file.substring(0, end) + ".java", file.substring(end + 1));
            }
        }
        return files;
    }

    private static String resource(String name) {
        try (InputStream in = EditedProject.class.getResourceAsStream("/edits/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
