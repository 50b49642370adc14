package org.tributary.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tributary.run.RunListener;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;

/**
 * A program that runs the penguins, says when a step starts and when it is announced as done, and then waits for a byte: who
 * started it decides how far it comes.
 */
final class SteppedRun {

    private SteppedRun() {}

    /**
     * Runs the pipeline.
     *
     * @param args the table, the folder of the cache, the folder that the model is exported to
     */
    public static void main(String[] args) {
        Path cache = Path.of(args[1]);
        LocalRunner.builder()
                .cache(cache)
                .work(cache.resolveSibling("work"))
                .listener(new Stepped(System.out))
                .build()
                .run(Penguins.of(Path.of(args[0])).withExport(Path.of(args[2])).pipeline())
                .orThrow();
    }

    private static final class Stepped implements RunListener {
        private final PrintStream out;

        Stepped(PrintStream out) {
            this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        }

        @Override
        public void onStepStarted(String step) {
            say("started " + step);
        }

        @Override
        public void onStepFinished(StepOutcome outcome) {
            say("finished " + outcome.step());
        }

        private synchronized void say(String line) {
            out.println(line);
            try {
                if (System.in.read() < 0) {
                    throw new IllegalStateException("nobody is there to say go on");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
