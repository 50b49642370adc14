package org.tributary.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a program of the class path of the tests in a process of its own. */
record ChildJvm(Path folder, List<String> options, List<Path> classPath) {

    private static final long LONGEST_SECONDS = 120;

    /** What a process left behind. */
    record Ended(int exit, String out, String err) {

        /** Fails with all that the process said, unless it ended well. */
        Ended orThrow() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + "\n" + out + "\n" + err);
            }
            return this;
        }

        /** The lines of standard output. */
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** A process whose working directory is a folder. */
    static ChildJvm in(Path folder) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 24) {
            // Newer JVMs warn of how protobuf, Guice and SQLite reach memory, unless they are told not to.
            options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        return new ChildJvm(folder, options, List.of());
    }

    /** The same with one more option of the virtual machine. */
    ChildJvm with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new ChildJvm(folder, more, classPath);
    }

    /** The same with classes of a folder before those of the tests. */
    ChildJvm withClasses(Path place) {
        List<Path> more = new ArrayList<>(classPath);
        more.add(place);
        return new ChildJvm(folder, options, more);
    }

    /** Runs a main class to its end. */
    Ended run(String mainClass, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            ProcessBuilder builder =
                    builder(mainClass, arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
            Process process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(mainClass + " did not end within " + LONGEST_SECONDS + " s");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A process to be started and talked to by the caller. */
    ProcessBuilder builder(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dsun.stdout.encoding=UTF-8");
        command.add("-cp");
        command.add(joinedClassPath());
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private String joinedClassPath() {
        StringBuilder text = new StringBuilder();
        classPath.forEach(place -> text.append(place).append(System.getProperty("path.separator")));
        return text.append(System.getProperty("java.class.path")).toString();
    }
}
