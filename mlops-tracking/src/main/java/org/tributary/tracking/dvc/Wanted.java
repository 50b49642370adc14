package org.tributary.tracking.dvc;

import java.nio.file.Path;

/**
 * An object that is needed for a place in the workspace. Immutable.
 *
 * @param pointer the entry that names it
 * @param path what needs it: a file, or the folder of a list of files
 * @param oid the object's name
 */
record Wanted(Pointer pointer, Path path, String oid) {

    private static final int HASH = 32;

    /** The hash of the object's bytes. */
    String hash() {
        return oid.substring(0, HASH);
    }

    /** Where the object lies in a cache or remote folder. */
    Path in(Path store) {
        return store.resolve("files/md5").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
    }
}
