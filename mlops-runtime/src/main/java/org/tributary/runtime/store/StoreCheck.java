package org.tributary.runtime.store;

import java.util.List;

/**
 * What a look at each file of a store found; other processes may have changed it meanwhile.
 *
 * @param results number of results that were read
 * @param objects number of objects that were read
 * @param pointers number of pointers that were read
 * @param bytes length of all of them, in bytes
 * @param findings what is not as it should be, by kind and path
 */
public record StoreCheck(long results, long objects, long pointers, long bytes, List<Finding> findings) {
    /** Whether nothing is wrong, or everything was mended; unknown files and those of other versions are no trouble. */
    public boolean isSound() {
        return findings.stream().noneMatch(Finding::isOpen);
    }

    /** The number of findings of one kind. */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(found -> found.kind() == kind).count();
    }
}
