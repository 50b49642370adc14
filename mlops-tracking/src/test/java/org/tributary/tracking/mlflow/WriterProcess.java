package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;

/** Writes runs from a process of its own: folder, name, number of runs. Each run has 5 points, param, tag and input. */
final class WriterProcess {

    static final int POINTS = 5;

    private WriterProcess() {}

    public static void main(String[] args) {
        write(SqliteSettings.of(Path.of(args[0]).resolve("mlflow.db")), args[1], Integer.parseInt(args[2]));
    }

    static void write(SqliteSettings settings, String name, int runs) {
        try (SqliteTracker tracker = SqliteTracker.of(settings)) {
            for (int i = 0; i < runs; i++) {
                write(tracker.start("shared", name + i));
            }
        }
    }

    private static void write(TrackedRun run) {
        run.params(Map.of("p", "1"));
        for (int step = 0; step < POINTS; step++) {
            run.metrics(List.of(new Metric("m", step, step, Instant.ofEpochMilli(step))));
        }
        run.input("data", "sha256:" + "0".repeat(64), "data");
        run.end(RunStatus.FINISHED);
    }

    static Process start(Path folder, String name, int runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        folder.toString(),
                        name,
                        Integer.toString(runs))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }
}
