package org.tributary.steps.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;

/** The texts for what can be wrong with any file. The format is what the ids begin with. */
final class FileFaults {
    private static final int SHOWN = 40;

    private FileFaults() {}

    static PipelineException noFile(String format, Path path, IOException cause) {
        return new PipelineException(
                "[" + format + "_NO_FILE] there is no file " + path + ": looked in " + folder(path)
                        + ". Check the path, or fetch the data first.",
                cause);
    }

    /** The folder of the file; for a relative path that depends on the working directory. */
    private static Path folder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    static PipelineException unreadable(String format, Path path, IOException cause) {
        String what = Files.isDirectory(path)
                ? "is a folder"
                : "cannot be read (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        return new PipelineException(
                "[" + format + "_UNREADABLE] " + path + " " + what + ". Give a file that this user may read.", cause);
    }

    static PipelineException changed(String format, Path path) {
        return new PipelineException(
                "[" + format + "_CHANGED] " + path + " changed while it was read. Run again when it is done.");
    }

    static String at(Path path, long line) {
        return path + " line " + line;
    }

    static String shortened(String text) {
        return shortened(text, SHOWN);
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
