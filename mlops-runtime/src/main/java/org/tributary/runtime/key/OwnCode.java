package org.tributary.runtime.key;

import java.util.Set;

/**
 * Packages whose classes count as the user's own code wherever they come from, so that a step's key holds their code
 * and not the version of their jar. Immutable.
 *
 * @param packages names such as {@code org.acme.ml}; each covers the packages below it too
 */
public record OwnCode(Set<String> packages) {
    /** Checks and copies. */
    public OwnCode {
        packages = Set.copyOf(packages);
    }

    /** Lists no package: folders, and jars without a release version, are own code. */
    static OwnCode unlisted() {
        return new OwnCode(Set.of());
    }

    /** Says whether a class, by its name with dots, is in a listed package or below one. */
    boolean lists(String className) {
        for (String name : packages) {
            if (className.startsWith(name) && className.startsWith(".", name.length())) {
                return true;
            }
        }
        return false;
    }
}
