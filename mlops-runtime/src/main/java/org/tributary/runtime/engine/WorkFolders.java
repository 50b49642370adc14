package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.store.ObjectRef;

/** The folders of one run that steps work in and that artifacts wait in; made when first needed, removed at the end. */
final class WorkFolders {

    private final Path parent;
    private @Nullable Path root;

    WorkFolders(Path parent) {
        this.parent = parent;
    }

    /** A new empty folder for a step. */
    Path create(String step) throws IOException {
        return Files.createTempDirectory(root(), step + "-");
    }

    /** Keeps bytes in a file. */
    KeptFile keep(byte[] content) {
        try {
            Path file = newFile();
            Files.write(file, content);
            return new KeptFile(file, ObjectRef.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy of a file. */
    KeptFile keep(Path source) throws IOException {
        return keep(Files.newInputStream(source));
    }

    /** Keeps what a stream gives, and closes it. */
    KeptFile keep(InputStream source) throws IOException {
        MessageDigest sha = CanonicalBytes.sha256();
        try (InputStream in = new DigestInputStream(source, sha)) {
            Path file = newFile();
            long size = Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new KeptFile(file, new ObjectRef(HexFormat.of().formatHex(sha.digest()), size));
        }
    }

    /** Removes everything; what cannot be removed is told and left to the next clean-up. */
    synchronized void remove(Consumer<String> warnings) {
        if (root == null) {
            return;
        }
        try {
            FolderSwap.remove(root);
        } catch (IOException | UncheckedIOException e) {
            warnings.accept("the work folder " + root + " could not be removed: " + e.getMessage());
        }
        root = null;
    }

    private Path newFile() throws IOException {
        return Files.createTempFile(root(), "artifact-", "");
    }

    private synchronized Path root() throws IOException {
        if (root == null) {
            Files.createDirectories(parent);
            root = Files.createTempDirectory(parent, "run-");
        }
        return root;
    }
}
