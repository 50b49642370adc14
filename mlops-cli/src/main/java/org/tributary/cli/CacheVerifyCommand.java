package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tributary.runtime.engine.StoredForm;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.Finding;
import org.tributary.runtime.store.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlops cache verify}. */
@Command(
        name = "verify",
        description = {
            "Reads every file of the cache and tells what is damaged.",
            "Exit codes: 0 if nothing is wrong or all was mended, 1 if damage is left, 2 for mistakes and a failing disk."
        },
        mixinStandardHelpOptions = true)
final class CacheVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--dir", paramLabel = "FOLDER", description = CacheFolder.HELP, defaultValue = CacheFolder.DEFAULT)
    private Path folder = Path.of(CacheFolder.DEFAULT);

    @Option(
            names = "--repair",
            description = "Sets aside what is damaged or incomplete, so that the next run computes it.")
    private boolean repair;

    CacheVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DirectoryStore store = CacheFolder.open(folder, terminal);
        StoreCheck check = repair ? store.repair(StoredForm.references()) : store.verify(StoredForm.references());
        check.findings().forEach(found -> terminal.out().println(line(found)));
        terminal.out().println(summary(check));
        return check.isSound() ? ExitCode.SUCCESS : ExitCode.DAMAGED;
    }

    private static String line(Finding found) {
        String fate = found.fate().isEmpty() ? "" : ". " + found.fate();
        return word(found.kind()) + ": " + found.path() + ": " + found.why() + fate;
    }

    private String summary(StoreCheck check) {
        String read = String.format(
                Locale.ROOT,
                "%s: read %d results, %d objects, %d pointers, %s: ",
                folder,
                check.results(),
                check.objects(),
                check.pointers(),
                Sizes.text(check.bytes()));
        String found = Stream.of(Finding.Kind.values())
                .filter(kind -> check.count(kind) > 0)
                .map(kind -> check.count(kind) + " " + word(kind))
                .collect(Collectors.joining(", "));
        return read + (found.isEmpty() ? "nothing is wrong" : found);
    }

    private static String word(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
