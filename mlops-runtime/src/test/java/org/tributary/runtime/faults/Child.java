package org.tributary.runtime.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes of {@link ThreeSteps}.
 *
 * @param java the command up to the name of the class
 * @param shim the library below their file operations
 * @param home their working directory
 */
record Child(List<String> java, Path shim, Path home) {
    private static final int MOST_SECONDS = 60;

    /** A process without a fault. */
    Process start(Path text, Place place, String mode) throws IOException {
        return watched(builder(text, place, mode).start());
    }

    /** A process whose operations below the place are logged, and which may suffer a fault. */
    Process start(Path text, Place place, Shim fault) throws IOException {
        ProcessBuilder builder = builder(text, place, "run");
        builder.environment().putAll(fault.environment(place, shim));
        return watched(builder.start());
    }

    /** Kills a process that hangs. */
    private static Process watched(Process process) {
        process.onExit().orTimeout(MOST_SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        return process;
    }

    private ProcessBuilder builder(Path text, Place place, String mode) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                ThreeSteps.class.getName(), text.toString(), place.root().toString(), mode));
        return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    }

    Told run(Path text, Place place, String mode) throws IOException {
        return await(start(text, place, mode));
    }

    Told run(Path text, Place place, Shim fault) throws IOException {
        return await(start(text, place, fault));
    }

    /** Waits until a process has ended. */
    static Told await(Process process) throws IOException {
        try (BufferedReader out = output(process)) {
            return end(process, out.lines().toList());
        }
    }

    /** Lets a process go on line after line, and kills it when it has said a line that starts so. */
    Told killAfter(String start, Path text, Place place) throws IOException {
        Process process = start(text, place, "step");
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = output(process)) {
            String line = out.readLine();
            while (line != null && !line.startsWith(start)) {
                lines.add(line);
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                line = out.readLine();
            }
            process.destroyForcibly();
            lines.add(String.valueOf(line));
            return end(process, lines);
        }
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Told end(Process process, List<String> lines) throws IOException {
        try {
            return new Told(process.waitFor(), lines, System.nanoTime());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted while a process ran", e);
        }
    }

    /**
     * What the shim does in a process.
     *
     * @param folder gets the log and what is kept
     * @param fault its name, or empty to count only
     * @param at the operation from which on it strikes
     * @param sticky 1 if it stays, otherwise 0
     */
    record Shim(Path folder, String fault, int at, int sticky) {
        /** Counts only. */
        static Shim counting(Path folder) {
            return new Shim(folder, "", 0, 0);
        }

        List<Operation> log() throws IOException {
            return Operation.read(folder.resolve("log"));
        }

        private Map<String, String> environment(Place place, Path library) throws IOException {
            Path kept = Files.createDirectories(folder.resolve("kept"));
            Map<String, String> environment = new HashMap<>(Map.of(
                    "LD_PRELOAD", library.toString(),
                    "SHIM_BELOW", place.root().toString(),
                    "SHIM_LOG", folder.resolve("log").toString(),
                    "SHIM_KEEP", kept.toString(),
                    "SHIM_AT", Integer.toString(at),
                    "SHIM_STICKY", Integer.toString(sticky)));
            if (!fault.isEmpty()) {
                environment.put("SHIM_FAULT", fault);
            }
            return environment;
        }
    }
}
