package org.tributary.runtime.key;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the code of a step is: the classes of its own that it reaches, and the libraries. Equal code has an equal
 * digest on any machine. Immutable.
 *
 * @param digest SHA-256 over all of it, in hexadecimal
 * @param classes own class name to the SHA-256 of its code without debug information, or
 *     {@value #ABSENT} for a class that is referred to and cannot be loaded
 * @param libraries {@code group:artifact} to version and content, or the name of a jar file to {@code sha256:} and its
 *     digest
 */
public record CodeFingerprint(String digest, SortedMap<String, String> classes, SortedMap<String, String> libraries) {
    /** Name and version of the form that is digested; a change of {@link ClassForm} or of this record needs a new one. */
    static final String FORM = "code/2";

    /** Stands where the digest of a class would, if the class is not there. */
    static final String ABSENT = "absent";

    /** Checks and copies. */
    public CodeFingerprint {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    }

    /** The code of something that the engine does itself, named with its version. */
    public static CodeFingerprint builtIn(String name) {
        return new CodeFingerprint(
                new CanonicalBytes().text("built-in/1").text(name).digest(), new TreeMap<>(), new TreeMap<>());
    }

    /** Digests what was reached from the named classes. */
    static CodeFingerprint of(
            Collection<String> roots, SortedMap<String, String> classes, SortedMap<String, String> libraries) {
        CanonicalBytes bytes = new CanonicalBytes().text(FORM).texts(roots);
        write(classes, bytes);
        write(libraries, bytes);
        return new CodeFingerprint(bytes.digest(), classes, libraries);
    }

    private static void write(SortedMap<String, String> map, CanonicalBytes bytes) {
        bytes.number(map.size());
        map.forEach((name, value) -> bytes.text(name).text(value));
    }
}
