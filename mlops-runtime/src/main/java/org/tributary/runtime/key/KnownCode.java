package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What earlier processes read in class files and jars, kept in a file, so that a start does not parse hundreds of
 * classes again. An entry counts only while its file has the same stamp, and is made only if the stamp was settled. The
 * file may be missing, damaged, old or removed at any time: then classes are read again. Safe for use by several
 * threads; of several processes, the last one to save wins.
 */
final class KnownCode {
    private static final int MOST_CLASSES = 20_000;

    private final Clock clock;
    private final @Nullable Path file;
    private final Map<String, Entry<ClassCode>> classes;
    private final Map<String, Entry<CodeOrigin>> jars;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile boolean changed;

    private KnownCode(Clock clock, @Nullable Path file, Content content) {
        this.clock = clock;
        this.file = file;
        this.classes = new ConcurrentHashMap<>(content.classes);
        this.jars = new ConcurrentHashMap<>(content.jars);
    }

    /** Knows nothing and keeps nothing beyond the process. */
    static KnownCode nothing() {
        return new KnownCode(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), null, Content.empty());
    }

    /** Knows what a file says; nothing if it is not there or not whole. */
    static KnownCode in(Path file, Clock clock) {
        return new KnownCode(clock, file, KnownCodeFile.read(file));
    }

    /** Gives the code of a class of a file, if it was read while the file had this stamp. */
    Optional<ClassCode> code(Path place, String internalName, FileStamp stamp) {
        return find(classes, key(place, internalName), stamp);
    }

    /** Gives the origin of the classes of a jar, if it was found while the jar had this stamp. */
    Optional<CodeOrigin> origin(Path jar, FileStamp stamp) {
        return find(jars, jar.toString(), stamp);
    }

    /** Says whether what is read from now on from a file with this stamp may be kept. */
    boolean keeps(FileStamp stamp) {
        return file != null && stamp.settledBefore(clock.millis());
    }

    /** Keeps the code of a class. */
    void add(Path place, String internalName, FileStamp stamp, ClassCode code) {
        add(classes, key(place, internalName), stamp, code);
    }

    /** Keeps the origin of the classes of a jar. */
    void add(Path jar, FileStamp stamp, CodeOrigin origin) {
        add(jars, jar.toString(), stamp, origin);
    }

    /**
     * Saves what is known, if there is anything new; beyond 20,000 classes, only those that were asked for.
     *
     * @throws IOException if it cannot be saved, which costs time at the next start and nothing else
     */
    void save() throws IOException {
        if (!changed || file == null) {
            return;
        }
        changed = false;
        if (classes.size() > MOST_CLASSES) {
            classes.keySet().retainAll(used);
            jars.keySet().retainAll(used);
        }
        KnownCodeFile.write(file, new Content(Map.copyOf(classes), Map.copyOf(jars)));
    }

    private <T> Optional<T> find(Map<String, Entry<T>> entries, String key, FileStamp stamp) {
        Entry<T> entry = entries.get(key);
        if (entry == null || !entry.stamp.sameAs(stamp)) {
            return Optional.empty();
        }
        used.add(key);
        return Optional.of(entry.value);
    }

    private <T> void add(Map<String, Entry<T>> entries, String key, FileStamp stamp, T value) {
        entries.put(key, new Entry<>(stamp, value));
        used.add(key);
        changed = true;
    }

    private static String key(Path place, String internalName) {
        return place + "!" + internalName;
    }

    /** What is known of one file or of one class in it. */
    record Entry<T>(FileStamp stamp, T value) {}

    /** All that is known. */
    record Content(Map<String, Entry<ClassCode>> classes, Map<String, Entry<CodeOrigin>> jars) {
        static Content empty() {
            return new Content(Map.of(), Map.of());
        }
    }
}
