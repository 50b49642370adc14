package org.tributary.runtime.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies below the root of a store, told apart by place and name; each list is sorted by path.
 *
 * @param objects what is named as an object
 * @param results what is named as a result
 * @param pointers what is named as a pointer
 * @param damaged what was set aside
 * @param newer folders of newer layouts
 * @param misplaced what stands in the place of one of the store's folders
 * @param strangers everything else but temporary files
 */
record StoreContents(
        List<Entry> objects,
        List<Entry> results,
        List<Entry> pointers,
        List<Entry> damaged,
        List<Path> newer,
        List<Path> misplaced,
        List<Path> strangers) {
    /** Something at a path; {@code name} is the digest of an object, the key of a result, the file name of another. */
    record Entry(Path path, String name, FileFacts facts) {}
}
