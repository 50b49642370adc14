package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.StoreStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlops cache}, with its {@code stats} and {@code clear}. */
@Command(
        name = "cache",
        description = "Looks after the cache.",
        subcommands = {CacheVerifyCommand.class, CacheGcCommand.class},
        mixinStandardHelpOptions = true)
final class CacheCommand {

    private final Terminal terminal;

    CacheCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "stats", description = "Prints what the cache holds.", mixinStandardHelpOptions = true)
    int stats(
            @Option(
                            names = "--dir",
                            paramLabel = "FOLDER",
                            description = CacheFolder.HELP,
                            defaultValue = CacheFolder.DEFAULT)
                    Path folder)
            throws IOException {
        print(folder, "", CacheFolder.open(folder, terminal).stats());
        return ExitCode.SUCCESS;
    }

    @Command(name = "clear", description = "Removes everything from the cache.", mixinStandardHelpOptions = true)
    int clear(
            @Option(
                            names = "--dir",
                            paramLabel = "FOLDER",
                            description = CacheFolder.HELP,
                            defaultValue = CacheFolder.DEFAULT)
                    Path folder)
            throws IOException {
        DirectoryStore store = CacheFolder.open(folder, terminal);
        StoreStats stats = store.stats();
        store.clear();
        print(folder, "removed ", stats);
        return ExitCode.SUCCESS;
    }

    private void print(Path folder, String verb, StoreStats stats) {
        String size = Sizes.text(stats.bytes());
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %s%d results, %d objects, %s",
                        folder,
                        verb,
                        stats.results(),
                        stats.objects(),
                        size));
    }
}
