package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file or folder; while it stays the same, so does the content, unless that was still young.
 *
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param identity device and inode, or the like
 */
record FileStamp(long size, long modified, String identity) {

    private static final long COARSE_MILLIS = 2_000;

    /** Looks at a file, following links. */
    static FileStamp of(Path file, LinkOption... links) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class, links);
        return new FileStamp(
                facts.size(), facts.lastModifiedTime().to(TimeUnit.NANOSECONDS), String.valueOf(facts.fileKey()));
    }

    /** Compares by hand: the first equals of a record costs a cold process 14 ms. */
    boolean sameAs(FileStamp other) {
        return size == other.size && modified == other.modified && identity.equals(other.identity);
    }

    /** Whether a change after that time would show, however coarse the file's clock is. */
    boolean settledBefore(long millis) {
        return millis - TimeUnit.NANOSECONDS.toMillis(modified) > COARSE_MILLIS;
    }
}
