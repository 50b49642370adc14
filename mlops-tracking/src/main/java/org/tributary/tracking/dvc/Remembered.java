package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read from files, read again when a file's stamp changed. Safe for several threads, which may read the same file twice.
 *
 * @param <V> what is read
 */
final class Remembered<V> {

    private final Clock clock;
    private final Reader<V> reader;
    private final Map<Path, Entry<V>> entries = new ConcurrentHashMap<>();

    Remembered(Clock clock, Reader<V> reader) {
        this.clock = clock;
        this.reader = reader;
    }

    /** Reads a file. */
    @FunctionalInterface
    interface Reader<V> {
        V read(Path file) throws IOException;
    }

    private record Entry<V>(FileStamp stamp, V value) {}

    /** The value of a file, which must exist. */
    V of(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        @Nullable Entry<V> known = entries.get(file);
        if (known != null && known.stamp().sameAs(stamp)) {
            return known.value();
        }
        boolean settled = stamp.settledBefore(clock.millis());
        V value = reader.read(file);
        if (settled && FileStamp.of(file).sameAs(stamp)) {
            entries.put(file, new Entry<>(stamp, value));
        }
        return value;
    }
}
