package org.tributary.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tributary.cli.Workshop.Result;

/** The command in a process of its own, whose working directory is the folder. */
final class MlopsProcess {

    private static final int MOST_SECONDS = 120;

    private final Path folder;
    private final Process process;

    private MlopsProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts the command.
     *
     * @param options of the JVM
     */
    static MlopsProcess start(Path folder, List<String> options, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(quiet());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout.log").toFile())
                .redirectError(folder.resolve("stderr.log").toFile())
                .start();
        return new MlopsProcess(folder, process);
    }

    /** What the launcher tells newer JVMs, which warn of Guice's and SQLite's ways otherwise. */
    private static List<String> quiet() {
        return Runtime.version().feature() < 24
                ? List.of()
                : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal by name, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end. */
    Result await() throws IOException, InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("mlops did not end within " + MOST_SECONDS + " s: " + read("stderr.log"));
        }
        return new Result(process.exitValue(), read("stdout.log"), read("stderr.log"));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
