package org.tributary.runtime.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads files and gives out only what was verified.
 *
 * <p>Tells four ends apart: the content, {@link NoSuchFileException} (missing), {@link DamageException} (there, and not
 * what was written) and any other {@link IOException} (the disk or the system failed, or the thread was interrupted: says
 * nothing about the content).
 */
final class VerifiedReader {
    private static final int BUFFER = 64 * 1024;

    private final FileOperations files;
    private final int memoryLimit;

    /** Content up to {@code memoryLimit} bytes is read once, into memory; longer content twice, in chunks. */
    VerifiedReader(FileOperations files, int memoryLimit) {
        this.files = files;
        this.memoryLimit = memoryLimit;
    }

    /** The content of an object; each byte was verified before it is given, also if the file changes meanwhile. */
    InputStream object(Path path, ObjectRef ref, MissHandler handler) throws IOException {
        requireSize(path, ref.size());
        if (ref.size() > memoryLimit) {
            return ChunkedObject.open(files.open(path), ref, handler);
        }
        try (FileOperations.ReadableFile file = files.open(path)) {
            byte[] content = exactly(file, (int) ref.size());
            requireDigest(ref.digest(), Sha256.hex(content));
            return new ByteArrayInputStream(content);
        }
    }

    /** Reads a whole file of any size, and throws unless it digests to {@code digest}. */
    void requireContent(Path path, String digest) throws IOException {
        requireFile(path);
        MessageDigest actual = Sha256.start();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileOperations.ReadableFile file = files.open(path)) {
            while (file.read(buffer.clear()) >= 0) {
                actual.update(buffer.flip());
            }
        }
        requireDigest(digest, Sha256.hex(actual));
    }

    /**
     * A sealed file.
     *
     * @param body its body
     * @param modified when it was changed or marked last, before it was read
     */
    record Sealed(byte[] body, Instant modified) {}

    /** A sealed file, or empty if a newer version wrote it. */
    Optional<Sealed> sealed(Path path, String label) throws IOException {
        Instant modified = requireFile(path).modified();
        try (FileOperations.ReadableFile file = files.open(path)) {
            long size = file.size();
            byte[] start = exactly(file, (int) Math.min(size, BUFFER));
            int lineEnd = lineEnd(start);
            Seal seal = Seal.parse(new String(start, 0, lineEnd, StandardCharsets.UTF_8));
            return seal.isNewer()
                    ? Optional.empty()
                    : Optional.of(new Sealed(body(file, size, start, lineEnd + 1, seal, label), modified));
        }
    }

    /** Whether {@code path} can be read and is the content of {@code ref}. */
    boolean isIntact(Path path, ObjectRef ref) {
        try {
            object(path, ref, failure -> new DamagedObjectException(ref, "", failure))
                    .close();
            return true;
        } catch (IOException damagedOrUnreadable) {
            return false;
        }
    }

    /** Whether {@code path} can be read and is the sealed file of that name, or one of a newer version. */
    boolean isIntact(Path path, String label) {
        try {
            sealed(path, label);
            return true;
        } catch (IOException damagedOrUnreadable) {
            return false;
        }
    }

    /** Whether {@code path} is an intact file of a newer version. */
    boolean isNewer(Path path) {
        try {
            requireFile(path);
            try (FileOperations.ReadableFile file = files.open(path)) {
                byte[] start = exactly(file, (int) Math.min(file.size(), Seal.MAX_LENGTH));
                return Seal.parse(new String(start, 0, lineEnd(start), StandardCharsets.UTF_8))
                        .isNewer();
            }
        } catch (IOException missingOrDamaged) {
            return false;
        }
    }

    private static byte[] body(
            FileOperations.ReadableFile file, long size, byte[] start, int offset, Seal seal, String label)
            throws IOException {
        if (!seal.label().equals(label)) {
            throw new DamageException("it is the file of " + seal.label());
        }
        if (size != offset + seal.length()) {
            throw new DamageException("it has " + size + " bytes instead of " + (offset + seal.length()));
        }
        byte[] body = Arrays.copyOfRange(start, offset, offset + (int) seal.length());
        int known = Math.min(start.length - offset, body.length);
        fill(file, ByteBuffer.wrap(body, known, body.length - known));
        requireDigest(seal.digest(), Sha256.hex(body));
        return body;
    }

    private static int lineEnd(byte[] start) throws DamageException {
        for (int i = 0; i < start.length; i++) {
            if (start[i] == '\n') {
                return i;
            }
        }
        throw new DamageException("it has no first line");
    }

    private void requireSize(Path path, long expected) throws IOException {
        long size = requireFile(path).size();
        if (size != expected) {
            throw new DamageException("it has " + size + " bytes instead of " + expected);
        }
    }

    // A sealed file may be replaced by one of another length at any time: its size is asked of the open file.
    private FileFacts requireFile(Path path) throws IOException {
        FileFacts found = files.facts(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
        if (!found.isFile()) {
            throw new DamageException(found.isFolder() ? "it is a folder" : "it is a link or a special file");
        }
        return found;
    }

    static void requireDigest(String expected, String actual) throws DamageException {
        if (!expected.equals(actual)) {
            throw new DamageException("its SHA-256 is " + actual + " instead of " + expected);
        }
    }

    private static byte[] exactly(FileOperations.ReadableFile file, int length) throws IOException {
        byte[] content = new byte[length];
        fill(file, ByteBuffer.wrap(content));
        return content;
    }

    /** Reads until {@code target} is full. */
    static void fill(FileOperations.ReadableFile file, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (file.read(target) < 0) {
                throw new DamageException("it ends early");
            }
        }
    }

    /** What becomes of an object that cannot be read to its end. */
    @FunctionalInterface
    interface MissHandler {
        /** Turns what happened into what the reader of the stream gets. */
        DamagedObjectException onMiss(IOException failure);
    }
}
