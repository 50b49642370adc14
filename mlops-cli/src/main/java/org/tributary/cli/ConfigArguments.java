package org.tributary.cli;

import java.nio.file.Path;
import java.util.List;
import org.tributary.run.RunListener;
import org.tributary.run.RunOptions;
import org.tributary.runtime.config.RunConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads a configuration: the file, and what stands in the place of its values. */
final class ConfigArguments {

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIG",
            defaultValue = "config.yml",
            description = "The configuration file (default: config.yml).")
    private Path config = Path.of("config.yml");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Puts a value in the place of the file's, such as train.epochs=7.")
    private List<String> set = List.of();

    ConfigArguments() {}

    /** Wires everything that a run needs. */
    Application application(RunListener listener) {
        return Application.of(config, set, listener);
    }

    /** Reads the configuration only. */
    RunConfig read() {
        return Application.read(config, set);
    }

    /** The options of a run that computes some steps whatever is stored. */
    static RunOptions forcing(List<String> steps) {
        RunOptions options = RunOptions.defaults();
        for (String step : steps) {
            options = options.withForce(step);
        }
        return options;
    }
}
