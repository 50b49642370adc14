package org.tributary.runtime.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.tributary.runtime.store.Sha256;

/** Files that end with the SHA-256 of what they hold; they may be lost at any time. */
final class SealedBytes {

    private static final int DIGEST_BYTES = 32;

    private SealedBytes() {}

    /**
     * What a file holds.
     *
     * @throws IOException if it is missing or not whole
     */
    static DataInputStream read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - DIGEST_BYTES;
        if (length < 0 || !Arrays.equals(digest(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw new IOException(file + " is not whole");
        }
        return new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    }

    /** Replaces a file as a whole. Its digest makes up for the missing fsync: half a file is as good as none. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(file.toString());
        }
        Files.createDirectories(folder);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + DIGEST_BYTES);
        sealed.write(content);
        sealed.write(digest(content, content.length));
        Path temp = Files.createTempFile(folder, "fingerprints", ".tmp");
        try {
            Files.write(temp, sealed.toByteArray());
            Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    private static byte[] digest(byte[] bytes, int length) {
        MessageDigest sha = Sha256.start();
        sha.update(bytes, 0, length);
        return sha.digest();
    }
}
