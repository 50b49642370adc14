package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.picture.PipelinePicture;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlops run [CONFIG]}. */
@Command(
        name = "run",
        description =
                "Runs the pipeline of a configuration file; what is stored and still holds is not computed again.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ConfigArguments arguments = new ConfigArguments();

    @Option(names = "--force", paramLabel = "STEP", description = "Computes a step whatever is stored.")
    private List<String> force = List.of();

    @Option(names = "--only", paramLabel = "STEP", description = "Runs a step and what it needs, and nothing else.")
    private List<String> only = List.of();

    @Option(names = "--fail-fast", description = "Starts no further step once one has failed.")
    private boolean failFast;

    @Option(
            names = "--check",
            description =
                    "Computes every step, and refuses one that changes its input or gives two values for one key.")
    private boolean check;

    @Option(names = "--no-cache", description = "Neither reads nor writes the cache.")
    private boolean noCache;

    @Option(names = "--json", description = "Prints the report as one JSON document.")
    private boolean json;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "Draws the run into a file that ends with .svg, .mmd (Mermaid) or .dot.")
    private @Nullable Path graph;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PictureFormat format = graph == null ? PictureFormat.SVG : PictureFormat.ofFile(graph);
        try (Signals signals = Signals.interruptThisThread()) {
            Application application = arguments.application(new ProgressLines(terminal));
            try (Tracker tracker = application.tracker()) {
                return run(application, format);
            }
        }
    }

    private int run(Application application, PictureFormat format) throws IOException {
        RunConfig read = application.config();
        RunReport<?> report = application.runner().run(read.pipeline(), options());
        print(report, read);
        if (graph != null) {
            PipelinePicture picture = PipelinePicture.of(read.pipeline()).withReport(report);
            TextFile.replace(graph, format.draw(picture));
        }
        return report.status() == RunStatus.FINISHED ? ExitCode.SUCCESS : ExitCode.STEP_FAILED;
    }

    private RunOptions options() {
        RunOptions options = ConfigArguments.forcing(force);
        for (String step : only) {
            options = options.withOnly(step);
        }
        options = failFast ? options.failingFast() : options;
        options = check ? options.checking() : options;
        return noCache ? options.withoutCache() : options;
    }

    private void print(RunReport<?> report, RunConfig read) {
        Map<String, String> exports = exports(read.pipeline(), report);
        if (json) {
            terminal.out().println(ReportJson.of(report, exports));
            return;
        }
        terminal.out().println(report);
        exports.forEach((step, folder) -> terminal.out().println("  " + step + " -> " + folder));
        terminal.out().println("  run " + report.runId() + " of experiment " + read.experiment());
        if (read.tracking().uri().startsWith("sqlite:")) {
            terminal.out()
                    .println("  to look at it: mlflow ui --backend-store-uri "
                            + read.tracking().uri().replaceFirst("^sqlite:(///)?", "sqlite:///"));
        }
    }

    /** The folders that were written, or held the value already. */
    private static Map<String, String> exports(Pipeline<?> pipeline, RunReport<?> report) {
        Map<String, String> exports = new TreeMap<>();
        for (Node<?> node : pipeline.nodes()) {
            node.options()
                    .export()
                    .filter(folder -> hasValue(report, node.name()))
                    .ifPresent(folder -> exports.put(node.name(), folder.toString()));
        }
        return exports;
    }

    private static boolean hasValue(RunReport<?> report, String step) {
        return report.step(step).<Boolean>fold(ran -> true, cached -> true, failed -> false, skipped -> false);
    }
}
