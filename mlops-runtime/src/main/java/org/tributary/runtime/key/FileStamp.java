package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file; while it stays the same, so does the content, unless the file was still young
 * when it was looked at. Immutable.
 *
 * @param size in bytes
 * @param modified time of the last change of content, in nanoseconds since 1970
 * @param changed time of the last change of anything, the same; 0 where there is none
 * @param identity the file's own number, such as device and inode
 */
public record FileStamp(long size, long modified, long changed, String identity) {
    private static final long COARSE_MILLIS = 2_000;

    /** Looks at a file. */
    public static FileStamp of(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> facts = Files.readAttributes(
                file, unix ? "unix:size,lastModifiedTime,ctime,fileKey" : "size,lastModifiedTime,fileKey");
        return new FileStamp(
                (Long) Objects.requireNonNull(facts.get("size")),
                nanos(facts.get("lastModifiedTime")),
                nanos(facts.get("ctime")),
                String.valueOf(facts.get("fileKey")));
    }

    /** Says whether a change after the given time would be seen in the stamp, however coarse the file's clock is. */
    public boolean settledBefore(long millis) {
        return millis - TimeUnit.NANOSECONDS.toMillis(modified) > COARSE_MILLIS;
    }

    /** Says the same of anything about the file: its content, or a time of change that was set back. */
    public boolean untouchedSince(long millis) {
        return settledBefore(millis) && millis - TimeUnit.NANOSECONDS.toMillis(changed) > COARSE_MILLIS;
    }

    /** Compares by hand: the first equals of a record costs a cold process 14 ms. */
    public boolean sameAs(FileStamp other) {
        return size == other.size
                && modified == other.modified
                && changed == other.changed
                && identity.equals(other.identity);
    }

    private static long nanos(@Nullable Object time) {
        return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
    }
}
