package org.tributary.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code mlops}.
 *
 * <p>Exit codes: 0 for success, 1 if a step failed or the cache is damaged, 2 for a mistake in usage or configuration,
 * 130 and 143 after signals. Results go to standard output, everything else to standard error; no stack trace is
 * printed.
 */
@Command(
        name = "mlops",
        description = "Runs machine learning pipelines: cached, resumable, tracked.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {

    private static final Map<String, Class<?>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("graph", GraphCommand.class);
        commands.put("cache", CacheCommand.class);
        commands.put("predict", PredictCommand.class);
        commands.put("data", DataCommand.class);
        commands.put("warm-up", WarmUpCommand.class);
        return commands;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.takeStandardStreams();
        startLogging();
        System.exit(run(terminal, args));
    }

    /** Beside the reading of the command line, which takes as long. */
    private static void startLogging() {
        Thread thread = new Thread(LoggerFactory::getILoggerFactory, "mlops-logging");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs one command and gives its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine line = line(new CommandFactory(terminal), args)
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

    /** Knows the command that is asked for, or all if none of them is: to look at one takes a while. */
    private static CommandLine line(CommandFactory factory, String... args) {
        CommandLine line = new CommandLine(new Main(), factory);
        boolean isKnown = args.length > 0 && COMMANDS.containsKey(args[0]);
        COMMANDS.forEach((name, type) -> {
            if (!isKnown || name.equals(args[0])) {
                line.addSubcommand(type);
            }
        });
        return line;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }
}
