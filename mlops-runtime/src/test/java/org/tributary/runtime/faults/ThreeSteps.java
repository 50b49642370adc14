package org.tributary.runtime.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tributary.cache.DamagedValueException;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

/**
 * The program that suffers the faults: a pipeline of three steps over a text, in a cache and a work folder of one place.
 *
 * <p>Arguments: the text, the place, and {@code run}, {@code read} (every value and artifact too) or {@code step} (waits for a
 * byte after each line). Prints what happens, one line each. Exit code 0: the run finished.
 */
final class ThreeSteps {
    static final List<String> STEPS = List.of("load", "count", "render");

    private final PrintStream out;
    private final boolean stepping;

    private ThreeSteps(PrintStream out, boolean stepping) {
        this.out = out;
        this.stepping = stepping;
    }

    record Load(Path file) implements Source<String> {
        @Override
        public String run(StepContext context) throws IOException {
            return Files.readString(file);
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(file));
        }
    }

    record WordCount(String word, int count) {}

    // A map that came from the cache may iterate in another order.
    record Counts(List<WordCount> words) {}

    record Count() implements Step<String, Counts> {
        @Override
        public Counts run(String text, StepContext context) {
            Map<String, Integer> words = new TreeMap<>();
            text.lines().forEach(word -> words.merge(word, 1, Integer::sum));
            context.metric("words", words.size());
            return new Counts(words.entrySet().stream()
                    .map(entry -> new WordCount(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    record Render() implements Step<Counts, String> {
        @Override
        public String run(Counts counts, StepContext context) {
            String table = counts.words().toString();
            context.artifact("words.txt", table.getBytes(StandardCharsets.UTF_8));
            return table.substring(0, 1000);
        }
    }

    /** Runs the pipeline once. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String mode = arguments[2];
        ThreeSteps program = new ThreeSteps(out, mode.equals("step"));
        RunReport<String> report = program.run(Path.of(arguments[0]), Path.of(arguments[1]), mode);
        program.tell(report, mode.equals("read") ? STEPS : List.of("render"));
        System.exit(report.status() == RunStatus.FINISHED ? 0 : 1);
    }

    private RunReport<String> run(Path text, Path place, String mode) {
        return LocalRunner.builder()
                .cache(place.resolve("cache"))
                .work(place.resolve("work"))
                .threads(1)
                .extension(new Extension() {})
                .tracker(mode.equals("read") ? Tracker.inMemory() : Tracker.noop())
                .listener(new Listener())
                .build()
                .run(Pipeline.define(
                        "three",
                        p -> p.add("load", new Load(text))
                                .then("count", new Count())
                                .then("render", new Render())));
    }

    private void tell(RunReport<String> report, List<String> steps) {
        report.warnings().forEach(warning -> out.println("noticed " + warning.replace('\n', ' ')));
        report.steps().forEach(this::tellFailure);
        if (report.status() == RunStatus.FINISHED) {
            steps.forEach(step -> tellValue(report, step));
        }
    }

    private void tellFailure(StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Failed failed) {
            out.println("failed " + failed.message().replace('\n', ' '));
        }
    }

    private void tellValue(RunReport<String> report, String step) {
        try {
            byte[] text = report.value(step, Object.class).toString().getBytes(StandardCharsets.UTF_8);
            out.println("value " + step + " " + ObjectRef.of(text).digest());
        } catch (DamagedValueException damaged) {
            out.println("noticed " + damaged.getMessage());
        }
    }

    private final class Listener implements RunListener {
        @Override
        public void onStepStarted(String step) {
            say("started " + step);
        }

        @Override
        public void onStepFinished(StepOutcome outcome) {
            say("finished " + outcome.step() + " " + outcome.word() + " " + outcome.reason());
        }

        private void say(String line) {
            out.println(line);
            if (stepping) {
                waitForByte();
            }
        }

        private void waitForByte() {
            try {
                if (System.in.read() < 0) {
                    throw new IllegalStateException("nobody says go on");
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
