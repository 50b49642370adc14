package org.tributary.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code mlops}.
 *
 * <p>Exit codes: 0 for success, 1 if a step failed or the cache is damaged, 2 for a mistake in usage or configuration, 130 and 143 after signals. Results
 * go to standard output, everything else to standard error; no stack trace is printed.
 */
@Command(
        name = "mlops",
        description = "Runs machine learning pipelines: cached, resumable, tracked.",
        subcommands = {
            RunCommand.class,
            ExplainCommand.class,
            GraphCommand.class,
            CacheCommand.class,
            PredictCommand.class,
            WarmUpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.takeStandardStreams();
        System.exit(run(terminal, args));
    }

    /** Runs one command and gives its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.print(terminal, failure));
        try {
            return args.length == 0 ? usage(line) : line.execute(args);
        } catch (Error e) { // picocli hands on exceptions only, and the JVM would print a trace
            return Failures.print(terminal, e);
        }
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }
}
