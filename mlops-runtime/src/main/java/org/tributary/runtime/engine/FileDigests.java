package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.runtime.key.FileStamp;
import org.tributary.runtime.store.Sha256;

/**
 * Digests of files by content, remembered while their stat records stay the same. Safe for several threads.
 *
 * <p>A file that was changed less than two seconds before it was read is read again next time: its clock may be too coarse to
 * tell a later change.
 */
final class FileDigests {

    private final Clock clock;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    FileDigests(Clock clock) {
        this.clock = clock;
    }

    /** The digest of a file's content, and the state it was read in. */
    Known of(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        long time = clock.millis();
        FileStamp stamp = FileStamp.of(path);
        Known before = known.get(path);
        if (before != null && before.stamp.sameAs(stamp)) {
            return before;
        }
        Known now = new Known(Sha256.hex(path), stamp);
        if (stamp.untouchedSince(time)) {
            known.put(path, now);
        }
        return now;
    }

    /** What is known of a file in one state. */
    record Known(String digest, FileStamp stamp) {}
}
