package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingerprints the code of steps: all own classes that a step's class reaches by name, and the libraries. A class is
 * read once in the life of an instance, and must not change on disk meanwhile. What is found at run time only, by
 * reflection or {@code ServiceLoader}, is not reached; debug information and the JDK are left out. Safe
 * for use by several threads.
 */
public final class CodeFingerprints {
    private final ClassCodes codes;
    private final KnownCode known;
    private final Map<List<Class<?>>, KeyPart<CodeFingerprint>> walked = new ConcurrentHashMap<>();

    private CodeFingerprints(OwnCode own, KnownCode known) {
        this.codes = new ClassCodes(own, known);
        this.known = known;
    }

    /** Makes an instance that has read nothing yet and keeps nothing. */
    static CodeFingerprints of(OwnCode own) {
        return new CodeFingerprints(own, KnownCode.nothing());
    }

    /** Makes an instance that starts from what earlier processes kept in a file, which need not exist. */
    public static CodeFingerprints of(OwnCode own, Path file, Clock clock) {
        return new CodeFingerprints(own, KnownCode.in(file, clock));
    }

    /**
     * Keeps what was read for later processes, if there is anything new and a file was given.
     *
     * @throws IOException if it cannot be kept, which costs time at the next start and nothing else
     */
    public void save() throws IOException {
        known.save();
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
        return walked.computeIfAbsent(List.copyOf(roots), this::walk);
    }

    private KeyPart<CodeFingerprint> walk(List<Class<?>> roots) {
        CodeWalk walk = new CodeWalk(codes);
        roots.forEach(walk::start);
        return walk.finish();
    }
}
