package org.tributary.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a configuration in it, and the command in this process. Paths in it are absolute, as a process has one working
 * directory.
 */
final class Workshop {

    /** What a command returned and printed. */
    record Result(int exit, String out, String err) {}

    private final Path folder;
    private boolean isLive;

    Workshop(Path folder) {
        this.folder = folder;
    }

    /** As a person at a terminal. */
    Workshop live() {
        isLive = true;
        return this;
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes {@code config.yml} with these steps; cache, database and experiment are set. */
    Path config(String... steps) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name: words",
                "cache: {dir: '" + file("cache") + "'}",
                "tracking: {uri: 'sqlite:" + file("mlflow.db") + "', experiment: tests}",
                "steps:"));
        lines.addAll(List.of(steps));
        return write("config.yml", String.join("\n", lines) + "\n");
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    /** The names of the files and folders in the folder. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Runs the command. */
    Result mlops(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(utf8(out), utf8(err), isLive);
        int exit = Main.run(terminal, Stream.of(args).map(Object::toString).toArray(String[]::new));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
