package org.tributary.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.config.ConfigException;

/** Tells people what went wrong: the message of a known mistake as it is, anything else with its kind. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Prints a failure and gives the exit code for it. */
    static int print(Terminal terminal, Throwable failure) {
        LOG.debug("the command failed", failure);
        terminal.err().println(text(failure));
        return ExitCode.USAGE;
    }

    private static String text(Throwable failure) {
        if (failure instanceof ConfigException || failure instanceof PipelineException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            String message = String.valueOf(failure.getMessage());
            return message.startsWith("[STORE_") ? message : disk(failure);
        }
        return "[CLI_INTERNAL] this should not have happened: " + failure
                + ". Run again with MLOPS_LOG=debug, and report what it prints.";
    }

    private static String disk(Throwable failure) {
        return "[CLI_IO] the disk failed: " + reason(failure) + ". Check the path and its rights.";
    }

    /** The message of a file system's exception is often the path alone: its kind then says what happened. */
    private static String reason(Throwable failure) {
        Throwable known =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        String kind = known.getClass().getSimpleName().replaceFirst("Exception$", "");
        String message = String.valueOf(known.getMessage());
        return known.getClass() == IOException.class ? message : kind + ": " + message;
    }
}
