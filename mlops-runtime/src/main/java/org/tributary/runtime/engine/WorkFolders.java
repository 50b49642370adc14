package org.tributary.runtime.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return making(() -> Files.createTempDirectory(root(), step.replace('/', '-') + "-"));
    }

    /** Keeps bytes in a file. */
    KeptFile keep(byte[] content) {
        try {
            return keep(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
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
            Path file = making(() -> Files.createTempFile(root(), "artifact-", ""));
            long size = copy(in, file);
            return new KeptFile(file, new ObjectRef(HexFormat.of().formatHex(sha.digest()), size));
        }
    }

    /** Tells trouble with the file from trouble with the source, which is not ours to explain. */
    private static long copy(InputStream in, Path file) throws IOException {
        try (OutputStream out = new KeptStream(file)) {
            return in.transferTo(out);
        }
    }

    private Path making(Making making) throws IOException {
        try {
            return making.make();
        } catch (IOException e) {
            throw cannotKeep(parent, e);
        }
    }

    private static IOException cannotKeep(Path place, IOException e) {
        String text = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        String reason = text == null ? e.getClass().getSimpleName() : text;
        return new IOException(
                "[RUN_CANNOT_KEEP] the run cannot keep a file until it ends, " + reason + ": " + place
                        + ". Free space, make the folder writable or choose another with LocalRunner.Builder.work; with a"
                        + " configuration it lies beside cache.dir.",
                e);
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

    @FunctionalInterface
    private interface Making {
        Path make() throws IOException;
    }

    /** Writes to a file and says which one if that fails. */
    private static final class KeptStream extends OutputStream {
        private final Path file;
        private final OutputStream out;

        KeptStream(Path file) throws IOException {
            this.file = file;
            try {
                this.out = Files.newOutputStream(file);
            } catch (IOException e) {
                throw cannotKeep(file, e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw cannotKeep(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
