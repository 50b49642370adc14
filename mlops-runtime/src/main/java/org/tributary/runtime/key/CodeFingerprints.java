package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints the code of steps: all own classes that a step's class reaches by name, and the libraries. A class is
 * read once in the life of an instance, and must not change on disk meanwhile. What is found at run time only, by
 * reflection or {@code ServiceLoader}, is not reached; debug information and the JDK are left out. Safe
 * for use by several threads.
 */
public final class CodeFingerprints {
    private final Supplier<KnownCode> reading;
    private final OwnCode own;
    private final KnownWalks walks;
    // Read when a class must be looked at: what earlier processes kept is large.
    private @Nullable Code code;
    private final Map<List<Class<?>>, KeyPart<CodeFingerprint>> walked = new ConcurrentHashMap<>();

    private CodeFingerprints(OwnCode own, Supplier<KnownCode> reading, KnownWalks walks) {
        this.own = own;
        this.reading = reading;
        this.walks = walks;
    }

    /** What is known of classes. */
    private record Code(KnownCode known, ClassCodes codes) {}

    /** Makes an instance that has read nothing yet and keeps nothing. */
    static CodeFingerprints of(OwnCode own) {
        return new CodeFingerprints(
                own, KnownCode::nothing, new KnownWalks(null, own, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    /** Makes an instance that starts from what earlier processes kept in a file, which need not exist. */
    public static CodeFingerprints of(OwnCode own, Path file, Clock clock) {
        Path walks = file.resolveSibling(file.getFileName() + ".walks");
        return new CodeFingerprints(own, () -> KnownCode.in(file, clock), new KnownWalks(walks, own, clock));
    }

    /**
     * Keeps what was read for later processes, if there is anything new and a file was given.
     *
     * @throws IOException if it cannot be kept, which costs time at the next start and nothing else
     */
    public synchronized void save() throws IOException {
        walks.save();
        Code read = code;
        if (read != null) {
            read.known.save();
        }
    }

    /**
     * Fingerprints a step.
     *
     * @param step its class
     * @param alsoReached classes that the step meets at run time, such as those of its settings
     * @return the fingerprint, or the reason why there is none: a lambda, or a class made at run time
     */
    public KeyPart<CodeFingerprint> of(Class<?> step, Collection<Class<?>> alsoReached) {
        List<Class<?>> roots = new ArrayList<>(alsoReached);
        roots.add(0, step);
        return walked.computeIfAbsent(
                List.copyOf(roots), all -> walks.find(all).map(KeyPart::of).orElseGet(() -> walk(all)));
    }

    private KeyPart<CodeFingerprint> walk(List<Class<?>> roots) {
        CodeWalk walk = new CodeWalk(code().codes);
        roots.forEach(walk::start);
        KeyPart<CodeFingerprint> found = walk.finish();
        if (walk.isPlaced()) {
            found.value().ifPresent(fingerprint -> walks.add(roots, fingerprint, walk.files()));
        }
        return found;
    }

    private synchronized Code code() {
        Code read = code;
        if (read == null) {
            KnownCode known = reading.get();
            read = new Code(known, new ClassCodes(own, known));
            code = read;
        }
        return read;
    }
}
