package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.engine.StoredForm;
import org.tributary.runtime.store.Collected;
import org.tributary.runtime.store.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlops cache gc}. */
@Command(
        name = "gc",
        description = {
            "Removes what is no longer needed, also beside runs.",
            "Without options these are objects that no result needs, and files that were set aside. What runs stored or"
                    + " looked up in the last hour stays in any case."
        },
        mixinStandardHelpOptions = true)
final class CacheGcCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--dir", paramLabel = "FOLDER", description = CacheFolder.HELP, defaultValue = CacheFolder.DEFAULT)
    private Path folder = Path.of(CacheFolder.DEFAULT);

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "Removes results that no run has stored or looked up for that long, such as 30d or 12h.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = Sizes.class,
            description = "Removes results, the longest unused first, until the rest fits, such as 500M or 2G.")
    private @Nullable Long maxSize;

    CacheGcCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Retention retention = new Retention(Optional.ofNullable(olderThan), Optional.ofNullable(maxSize));
        Collected collected = CacheFolder.open(folder, terminal).collect(retention, StoredForm.references());
        terminal.out().println(summary(collected));
        warn(collected);
        return ExitCode.SUCCESS;
    }

    private String summary(Collected collected) {
        return String.format(
                Locale.ROOT,
                "%s: removed %d results, %d objects, %d damaged files; freed %s, %s left",
                folder,
                collected.results().count(),
                collected.objects().count(),
                collected.damaged().count(),
                Sizes.text(collected.bytesFreed()),
                Sizes.text(collected.bytesLeft()));
    }

    private void warn(Collected collected) {
        if (collected.unknownForms() > 0) {
            terminal.err()
                    .println(
                            "warning: [CACHE_OTHER_VERSION] another version of mlops stored " + collected.unknownForms()
                                    + " of the results, and nobody here knows which objects they need: no object was removed."
                                    + " Run gc of the newest version that uses this cache.");
        } else if (maxSize != null && collected.bytesLeft() > maxSize) {
            terminal.err()
                    .println("warning: [CACHE_IN_USE] " + Sizes.text(collected.bytesLeft()) + " are left, more than"
                            + " --max-size: they were used in the last hour. Run gc again later.");
        }
    }
}
