package org.tributary.runtime.key;

/** Where a class comes from, as far as a key cares. Immutable. */
sealed interface CodeOrigin {
    /** A class of the user's own: its code is in the key. */
    record Own() implements CodeOrigin {}

    /** A class of the JDK, which is not in the key. */
    record Platform() implements CodeOrigin {}

    /**
     * A class of a released jar: the name, version and content of the jar are in the key.
     *
     * @param name {@code group:artifact}, or the file name of the jar
     * @param version its version and a digest of its content, such as {@code 4.3.2+0b5c1de83a77}, or {@code sha256:} and
     *     the digest of the jar
     */
    record Library(String name, String version) implements CodeOrigin {}
}
