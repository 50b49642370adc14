package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tributary.table.TableProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlops data profile FILE [-o PAGE.html]}. */
@Command(
        name = "profile",
        description = {
            "Tells what the columns of a file hold, as lines and as an HTML page.",
            "The kind of the file is that of its ending: .csv, .tsv, .jsonl or .ndjson, also with .gz or .zip after it."
        },
        mixinStandardHelpOptions = true)
final class DataProfileCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PAGE.html",
            description = "Where to write the page; NAME.profile.html in the working directory by default.")
    private @Nullable Path output;

    DataProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DataFile data = DataFile.of(file);
        ProfileFile page = new ProfileFile(output == null ? Path.of(data.name() + ".profile.html") : output);
        page.checkReplaceable();
        TableProfile profile = TableProfile.of(SourceTable.read(data.source(), terminal));
        page.write(profile.toHtml(String.valueOf(file.getFileName())));
        ProfileLines.of(profile).forEach(terminal.out()::println);
        terminal.out().println("page: " + page.path());
        return ExitCode.SUCCESS;
    }
}
