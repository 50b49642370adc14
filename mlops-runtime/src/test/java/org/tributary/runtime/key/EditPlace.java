package org.tributary.runtime.key;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.tributary.pipeline.Pipeline;

/** A folder in which projects are built, one after the other at the same paths, and run. Not safe for several threads. */
final class EditPlace {
    private static final long LONGEST_SECONDS = 60;

    private final Path folder;
    private EditedProject project = new EditedProject();
    private Path data;

    EditPlace(Path folder) {
        this.folder = folder;
        this.data = folder;
    }

    /** How the classes of a project are brought to the virtual machine. */
    enum Kind {
        FOLDER,
        JAR,
        MODULE
    }

    /** Compiles and packs a project. */
    EditPlace build(EditedProject edited) throws IOException, URISyntaxException {
        EditedProject.delete(folder);
        Files.createDirectories(folder);
        project = edited;
        Path tool = project.writeLibrary(folder);
        project.compile(classes(), List.of(tool, place(Pipeline.class), place(NullMarked.class)));
        TestCompiler.jar(classes(), Map.of(), jar());
        data = project.writeData(folder.resolve("data"));
        return this;
    }

    /** The same with the classes of another compiler. */
    EditPlace build(EditedProject edited, Path javac) throws Exception {
        build(edited);
        EditedProject.delete(classes());
        List<String> command = new ArrayList<>(List.of(javac.toString(), "--release", "17", "-g", "-proc:none"));
        command.addAll(List.of("-cp", classPath(), "-d", classes().toString()));
        project.writeSources(folder.resolve("src")).forEach(file -> command.add(file.toString()));
        lines(command);
        return this;
    }

    /**
     * Runs the project.
     *
     * @param state the folder of the cache and of what is known of class files
     * @return a line for each step and one for the value, with paths and digests made plain
     */
    List<String> run(Kind kind, Path state) throws Exception {
        if (kind == Kind.MODULE) {
            return plain(start(running("java"), moduleArguments(), state));
        }
        try (URLClassLoader loader = TestCompiler.loader(kind == Kind.JAR ? jar() : classes(), library())) {
            return plain(EditProcess.run(loader, state, data, project.ownCode()));
        }
    }

    /** Runs the project from its folder of classes, in a virtual machine of its own. */
    List<String> runInProcess(Path java, Path state, List<String> options) throws Exception {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", classes() + File.pathSeparator + classPath()));
        return plain(start(java, arguments, state));
    }

    /** A program of the running JDK. */
    static Path running(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program);
    }

    private List<String> moduleArguments() throws URISyntaxException {
        String path = Stream.of(classes(), library(), place(Pipeline.class))
                .map(Path::toString)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        return List.of(
                "--module-path", path, "--add-modules", "acme.flow", "-cp", System.getProperty("java.class.path"));
    }

    private List<String> start(Path java, List<String> arguments, Path state) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        command.addAll(List.of(EditProcess.class.getName(), state.toString(), data.toString()));
        return lines(command);
    }

    private List<String> lines(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "process", ".out");
        Path err = Files.createTempFile(folder, "process", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(command + "\n" + Files.readString(err, StandardCharsets.UTF_8));
        }
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private List<String> plain(List<String> lines) {
        String data = folder.resolve("data") + File.separator;
        return lines.stream()
                .map(line -> line.replace(data, "")
                        .replaceAll("\\+[0-9a-f]{12} ->", "+OLD ->")
                        .replaceAll("\\+[0-9a-f]{12}", "+NEW"))
                .toList();
    }

    private String classPath() {
        return library() + File.pathSeparator + System.getProperty("java.class.path");
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private Path jar() {
        return folder.resolve("app.jar");
    }

    private Path library() {
        return folder.resolve("tool.jar");
    }

    /** The folder or jar that a class is in. */
    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
