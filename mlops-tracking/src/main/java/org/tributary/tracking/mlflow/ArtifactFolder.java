package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.tributary.pipeline.PipelineException;

/**
 * The folder of one run's artifacts. Files appear in it whole or not at all: they are written beside it and moved in.
 *
 * <p>Safe for several threads.
 */
final class ArtifactFolder {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final String FILE = "file:";

    private final String uri;
    private final String temporary;

    /**
     * Does not look at the disk yet.
     *
     * @param uri what the run's row says: a path, a {@code file:} URI, or something else that only MLflow can write
     * @param temporary a name that no other run uses
     */
    ArtifactFolder(String uri, String temporary) {
        this.uri = uri;
        this.temporary = temporary;
    }

    /** Copies a file in. */
    void add(String path, Path file) {
        checkPlain(path);
        Path folder = folder(path);
        try {
            copy(file, folder, folder.resolve(path));
        } catch (IOException e) {
            throw new PipelineException(
                    "[MLFLOW_ARTIFACT_FAILED] the artifact \"" + path + "\" cannot be copied from " + file + " to "
                            + folder + ": " + e + ". Check that the file can be read, and that the folder can be"
                            + " written and has room.",
                    e);
        }
    }

    private void copy(Path file, Path folder, Path target) throws IOException {
        Path parent = target.resolveSibling(".");
        Files.createDirectories(parent);
        if (!parent.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("a link leads out of the folder at " + parent);
        }
        Path fresh = Files.createTempFile(folder.resolveSibling("."), "." + temporary, ".tmp");
        try {
            write(file, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path file, Path fresh) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    private Path folder(String path) {
        if (uri.startsWith(FILE)) {
            return Path.of(URI.create(uri));
        }
        if (SCHEME.matcher(uri).matches()) {
            throw new PipelineException("[MLFLOW_ARTIFACTS_ELSEWHERE] the artifact \"" + path
                    + "\" cannot be kept: the experiment keeps its artifacts at " + uri
                    + ", and only a folder can be written. Use another experiment.");
        }
        return Path.of(uri).toAbsolutePath();
    }

    private static void checkPlain(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || hasSpecial(part)) {
                throw new PipelineException("[MLFLOW_BAD_ARTIFACT_PATH] the artifact path \"" + path
                        + "\" is no plain relative path with \"/\". Write it as in \"plots/roc.svg\".");
            }
        }
    }

    private static boolean hasSpecial(String part) {
        return part.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c));
    }
}
