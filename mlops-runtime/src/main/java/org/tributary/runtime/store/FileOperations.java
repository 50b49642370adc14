package org.tributary.runtime.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Each operation on files that the store makes, one method a kind, so that a test can fail any of them.
 *
 * <p>Safe for several threads. Errors are those of {@link java.nio.file.Files}.
 */
interface FileOperations {
    /** Creates {@code file} for writing; fails if there is anything of that name. */
    WritableFile create(Path file) throws IOException;

    /** Opens {@code file} for reading; a link in its place is an error. */
    ReadableFile open(Path file) throws IOException;

    /** What is at {@code file}, links not followed; empty if nothing is. */
    Optional<FileFacts> facts(Path file) throws IOException;

    /** Whether there is a folder or a link to one. */
    boolean isFolder(Path folder) throws IOException;

    /** The entries of {@code folder} in no order. */
    List<Path> list(Path folder) throws IOException;

    /** Creates one folder; its parent must exist. */
    void createFolder(Path folder) throws IOException;

    /** Gives {@code from} the name {@code to} in one step, which replaces a file that has it. */
    void rename(Path from, Path to) throws IOException;

    /** Sets the time of the last change; of a file or folder only, links are not followed. */
    void touch(Path file, Instant time) throws IOException;

    /** Makes the names in {@code folder} durable. */
    void forceFolder(Path folder) throws IOException;

    /** Removes a file, a link or an empty folder. */
    void delete(Path file) throws IOException;

    /** Bytes that may still be written where {@code folder} is or would be; empty if unknown. */
    OptionalLong freeBytes(Path folder);

    /** A file that is being written from its start. */
    interface WritableFile extends Closeable {
        /** Writes all remaining bytes. */
        void write(ByteBuffer bytes) throws IOException;

        /** Makes the content durable. */
        void force() throws IOException;
    }

    /** A file that is being read. */
    interface ReadableFile extends Closeable {
        /** Its length in bytes, also if another file has its name by now. */
        long size() throws IOException;

        /** Reads at least one byte into {@code target}, or gives -1 at the end. */
        int read(ByteBuffer target) throws IOException;

        /** Goes back to the first byte. */
        void rewind() throws IOException;
    }
}
