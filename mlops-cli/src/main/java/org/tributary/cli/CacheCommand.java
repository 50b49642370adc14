package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.StoreStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlops cache stats} and {@code mlops cache clear}. */
@Command(name = "cache", description = "Looks after the cache.", mixinStandardHelpOptions = true)
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
                            description = "The folder of the cache (default: .mlops/cache).",
                            defaultValue = ".mlops/cache")
                    Path folder)
            throws IOException {
        StoreStats stats = open(folder).stats();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %d results, %d objects, %.1f MB",
                        folder,
                        stats.results(),
                        stats.objects(),
                        stats.bytes() / 1e6));
        return ExitCode.SUCCESS;
    }

    @Command(name = "clear", description = "Removes everything from the cache.", mixinStandardHelpOptions = true)
    int clear(
            @Option(
                            names = "--dir",
                            paramLabel = "FOLDER",
                            description = "The folder of the cache (default: .mlops/cache).",
                            defaultValue = ".mlops/cache")
                    Path folder)
            throws IOException {
        DirectoryStore store = open(folder);
        StoreStats stats = store.stats();
        store.clear();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: removed %d results, %d objects, %.1f MB",
                        folder,
                        stats.results(),
                        stats.objects(),
                        stats.bytes() / 1e6));
        return ExitCode.SUCCESS;
    }

    private DirectoryStore open(Path folder) {
        return DirectoryStore.open(folder, warning -> terminal.err().println("warning: " + warning));
    }
}
