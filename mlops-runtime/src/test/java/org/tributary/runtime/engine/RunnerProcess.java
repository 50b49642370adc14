package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Read;

/**
 * A process that runs one pipeline over {@code text.txt} in its working directory; arguments: cache, runs.
 *
 * <p>Prints the outcomes and the value of each run.
 */
final class RunnerProcess {

    private RunnerProcess() {}

    enum Mode {
        UPPER,
        LOWER,
        PLAIN
    }

    /** Settings whose iteration order differs between processes. */
    record Clean(Set<String> drop, Map<String, Integer> weights, Set<Mode> modes, Duration pause)
            implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            return drop.stream().sorted().reduce(text, (rest, word) -> rest.replace(word, ""));
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LocalRunner runner = LocalRunner.builder()
                .cache(Path.of(arguments[0]))
                .work(Path.of("work"))
                .threads(2)
                .git(GitState::none)
                .extension(new Extension() {})
                .build();
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            RunReport<String> report = runner.run(pipeline());
            out.println(Outcome.letters(report) + " " + report.value() + " " + report.warnings());
        }
    }

    static Pipeline<String> pipeline() {
        Clean clean = new Clean(
                Set.of("a", "b", "c", "d", "e"),
                Map.of("x", 1, "y", 2, "z", 3),
                Set.of(Mode.values()),
                Duration.ofSeconds(1));
        return Pipeline.define("process", p -> {
            Node<Halves> halves = p.add("read", new Read(Path.of("text.txt")))
                    .then("clean", clean)
                    .then("halve", new Halve());
            return p.add("join", new Join("|"), halves.part("left", Halves::left), halves.part("right", Halves::right));
        });
    }

    static Process start(Path workingDirectory, Path cache, int runs) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RunnerProcess.class.getName(),
                cache.toString(),
                Integer.toString(runs));
        return new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
