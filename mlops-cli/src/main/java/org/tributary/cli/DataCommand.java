package org.tributary.cli;

import picocli.CommandLine.Command;

/** {@code mlops data}. */
@Command(
        name = "data",
        description = "Looks at data.",
        subcommands = DataProfileCommand.class,
        mixinStandardHelpOptions = true)
final class DataCommand {}
