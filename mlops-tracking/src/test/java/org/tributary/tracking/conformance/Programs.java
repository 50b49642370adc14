package org.tributary.tracking.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The real programs, in the environments of {@code make conformance}.
 *
 * @param home a folder that stands for the user's home
 */
record Programs(Path home) {

    private static Path folder(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), "run these tests with: make conformance"));
    }

    static Path program(String environment, String name) {
        Path program =
                folder("conformance.venv").resolve(environment).resolve("bin").resolve(name);
        assertThat(program).exists();
        return program.toAbsolutePath().normalize();
    }

    static Path script(String name) {
        return folder("conformance.scripts").resolve(name).toAbsolutePath().normalize();
    }

    /** Starts a program; its error output goes to a file, its output too unless it is read. */
    ProcessBuilder in(Path folder, Object... command) throws IOException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(Files.createTempFile(home, "error", ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "LC_ALL", "C.UTF-8",
                        "PYTHONUTF8", "1",
                        "MLFLOW_DISABLE_TELEMETRY", "true",
                        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false",
                        "DO_NOT_TRACK", "true",
                        "GIT_PYTHON_REFRESH", "quiet",
                        "DVC_NO_ANALYTICS", "1",
                        "DVC_SITE_CACHE_DIR", home.resolve("site").toString()));
        return builder;
    }

    /** Runs a program that must succeed, and gives its output. */
    String run(Path folder, Object... command) throws Exception {
        ProcessBuilder builder = in(folder, command);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), "UTF-8");
        int code = process.waitFor();
        assertThat(code)
                .as(
                        "%s%n%s%n%s",
                        List.of(command),
                        output,
                        Files.readString(builder.redirectError().file().toPath()))
                .isZero();
        return output;
    }
}
