package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.picture.PipelinePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlops graph [CONFIG]}. */
@Command(
        name = "graph",
        description = "Draws the pipeline of a configuration file; runs nothing.",
        mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ConfigArguments arguments = new ConfigArguments();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "svg, mermaid or dot (default: what the file's ending says, else svg).")
    private @Nullable PictureFormat format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write; standard output by default.")
    private @Nullable Path output;

    GraphCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PictureFormat chosen = chosen();
        String picture = chosen.draw(PipelinePicture.of(arguments.read().pipeline()));
        if (output == null) {
            terminal.out().print(picture);
            terminal.out().flush();
        } else {
            TextFile.replace(output, picture);
        }
        return ExitCode.SUCCESS;
    }

    private PictureFormat chosen() {
        if (format != null) {
            return format;
        }
        return output == null ? PictureFormat.SVG : PictureFormat.ofFile(output);
    }
}
