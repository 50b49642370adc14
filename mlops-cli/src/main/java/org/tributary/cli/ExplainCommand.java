package org.tributary.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tributary.run.Forecast;
import org.tributary.run.RunListener;
import org.tributary.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlops explain [CONFIG]}. */
@Command(
        name = "explain",
        description = "Says what a run would take from the cache and what it would compute, and why; runs nothing.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ConfigArguments arguments = new ConfigArguments();

    @Option(names = "--force", paramLabel = "STEP", description = "As if this step were computed whatever is stored.")
    private List<String> force = List.of();

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Application application = arguments.application(new Warnings(terminal));
        try (Tracker tracker = application.tracker()) {
            List<Forecast> forecasts =
                    application.runner().explain(application.config().pipeline(), ConfigArguments.forcing(force));
            terminal.out().print(json ? ForecastText.json(forecasts) : ForecastText.lines(forecasts));
            terminal.out().flush();
        }
        return ExitCode.SUCCESS;
    }

    /** Prints warnings and nothing else. */
    private record Warnings(Terminal terminal) implements RunListener {

        @Override
        public void onWarning(String message) {
            terminal.err().println("warning: " + message);
        }
    }
}
