package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digests of files by content, remembered while their stat records stay the same. Safe for several threads.
 *
 * <p>A file that was modified less than two seconds before it was read is read again next time: its clock may be too coarse to
 * tell a later change.
 */
final class FileDigests {

    private static final long COARSE_MILLIS = 2_000;

    private final Clock clock;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    FileDigests(Clock clock) {
        this.clock = clock;
    }

    /** The digest of a file's content, and the state it was read in. */
    Known of(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Stat stat = stat(path);
        Known before = known.get(path);
        if (before != null && before.stat.equals(stat)) {
            return before;
        }
        Known now = new Known(digest(path), stat);
        if (clock.millis() - stat.modified.toMillis() > COARSE_MILLIS) {
            known.put(path, now);
        }
        return now;
    }

    /** The state of a file now. */
    static Stat stat(Path file) throws IOException {
        Map<String, Object> facts = Files.readAttributes(file, attributes(file));
        return new Stat(
                (Long) facts.get("size"),
                (FileTime) facts.get("lastModifiedTime"),
                String.valueOf(facts.get("ctime")),
                String.valueOf(facts.get("fileKey")));
    }

    private static String attributes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? "unix:size,lastModifiedTime,ctime,fileKey"
                : "size,lastModifiedTime,fileKey";
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha = CanonicalBytes.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Size, times and identity of a file. */
    record Stat(long size, FileTime modified, String changed, String identity) {}

    /** What is known of a file in one state. */
    record Known(String digest, Stat stat) {}
}
