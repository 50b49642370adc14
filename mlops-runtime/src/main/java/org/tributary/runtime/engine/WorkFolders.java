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
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.store.Sha256;

/** The folders of one run that steps work in and that artifacts wait in; made when first needed, removed at the end. */
final class WorkFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);
    private static final String PREFIX = "run-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

    private final Path parent;
    private @Nullable Path root;

    WorkFolders(Path parent) {
        this.parent = parent;
    }

    /** A new empty folder for a step. */
    Path create(String step) throws IOException {
        return Files.createTempDirectory(root(), step.replace('/', '-') + "-");
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
        MessageDigest sha = Sha256.start();
        try (InputStream in = new DigestInputStream(source, sha)) {
            Path file = newFile();
            long size = Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new KeptFile(file, new ObjectRef(HexFormat.of().formatHex(sha.digest()), size));
        }
    }

    /** Removes the folder of a step that has ended, if that is possible now. */
    void removeEarly(Path folder) {
        try {
            FolderSwap.remove(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is removed at the end of the run", folder, e);
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
            warnings.accept("[RUN_WORK_FOLDER_LEFT] the work folder " + root + " could not be removed: "
                    + e.getMessage() + ". A later run of this machine tries again.");
        }
        root = null;
    }

    private Path newFile() throws IOException {
        return Files.createTempFile(root(), "artifact-", "");
    }

    private synchronized Path root() throws IOException {
        if (root == null) {
            Files.createDirectories(parent);
            sweep();
            root = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
        }
        return root;
    }

    /** Removes the folders of dead processes. */
    private void sweep() throws IOException {
        List<Path> left;
        try (Stream<Path> folders = Files.list(parent)) {
            left = folders.filter(WorkFolders::isLeftover).toList();
        }
        left.forEach(this::removeEarly);
    }

    private static boolean isLeftover(Path folder) {
        Matcher owner = OWNER.matcher(folder.getFileName().toString());
        return owner.matches()
                && !ProcessHandle.of(Long.parseLong(owner.group(1)))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
