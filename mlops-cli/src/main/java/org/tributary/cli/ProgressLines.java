package org.tributary.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.StepOutcome;

/**
 * Prints a line for each step as it ends; where a person watches, the last line shows what is being computed.
 *
 * <p><b>Threads:</b> safe for several threads.
 */
final class ProgressLines implements RunListener {

    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream err;
    private final boolean isLive;
    private String format = "  %s  %-7s  %8s  %s";

    ProgressLines(Terminal terminal) {
        this.err = terminal.err();
        this.isLive = terminal.isLive();
    }

    @Override
    public synchronized void onRunStarted(String runId, Pipeline<?> pipeline) {
        int width = pipeline.nodes().stream()
                .mapToInt(node -> node.name().length())
                .max()
                .orElse(1);
        format = "  %-" + width + "s  %-7s  %8s  %s";
    }

    @Override
    public synchronized void onStepStarted(String step) {
        live(step, "");
    }

    @Override
    public synchronized void onProgress(String step, long done, long total) {
        live(step, total < 0 ? Long.toString(done) : done + " of " + total);
    }

    @Override
    public synchronized void onStepFinished(StepOutcome outcome) {
        String time = outcome.time().isZero() ? "" : time(outcome.time());
        String line = String.format(Locale.ROOT, format, outcome.step(), outcome.word(), time, outcome.reason());
        err.println((isLive ? CLEAR_LINE : "") + line.stripTrailing());
    }

    @Override
    public synchronized void onWarning(String message) {
        err.println((isLive ? CLEAR_LINE : "") + "warning: " + message);
    }

    private void live(String step, String progress) {
        if (isLive) {
            err.print(CLEAR_LINE
                    + String.format(Locale.ROOT, format, step, "...", "", progress)
                            .stripTrailing());
            err.flush();
        }
    }

    private static String time(Duration time) {
        return time.toMillis() < 10_000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
