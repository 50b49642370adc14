package org.tributary.runtime.key;

import java.util.Collection;
import java.util.List;

/**
 * What is known of one class: whether it is there, its code, and the classes that it reaches in one step. Immutable.
 *
 * @param digest SHA-256 of its {@link ClassForm}, or {@link CodeFingerprint#ABSENT}
 * @param references internal names of the classes that it reaches
 * @param problem why its code is not known, as half a sentence that names the class; empty if it is known
 */
record ClassCode(String digest, Collection<String> references, String problem) {
    /** A class that is referred to and cannot be loaded, such as one of an optional dependency. */
    static ClassCode absent() {
        return new ClassCode(CodeFingerprint.ABSENT, List.of(), "");
    }

    /** A class whose code is known. */
    static ClassCode of(ClassForm form) {
        return new ClassCode(form.digest(), form.references(), "");
    }

    /** A class that is there and whose code cannot be read. */
    static ClassCode unknown(String internalName, String why) {
        return new ClassCode("", List.of(), "class " + internalName.replace('/', '.') + " " + why);
    }

    /** Says whether the class is there and its code known. */
    boolean readable() {
        return problem.isEmpty() && !digest.equals(CodeFingerprint.ABSENT);
    }
}
