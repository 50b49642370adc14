package org.tributary.runtime.engine;

import java.util.Collection;

/**
 * Fingerprints the code of steps: all own classes that a step's class reaches by name, and the libraries. A class is
 * read once in the life of an instance, and must not change on disk meanwhile. What is found at run time only, by
 * reflection or {@code ServiceLoader}, is not reached; annotations, debug information and the JDK are left out. Safe
 * for use by several threads.
 */
final class CodeFingerprints {
    private final ClassCodes codes;

    private CodeFingerprints(ClassCodes codes) {
        this.codes = codes;
    }

    /** Makes an instance that has read nothing yet. */
    static CodeFingerprints of(OwnCode own) {
        return new CodeFingerprints(new ClassCodes(own));
    }

    /**
     * Fingerprints a step.
     *
     * @param step its class
     * @param alsoReached classes that the step meets at run time, such as those of its settings
     * @return the fingerprint, or the reason why there is none: a lambda, or a class made at run time
     */
    KeyPart<CodeFingerprint> of(Class<?> step, Collection<Class<?>> alsoReached) {
        CodeWalk walk = new CodeWalk(codes);
        walk.start(step);
        alsoReached.forEach(walk::start);
        return walk.finish();
    }
}
