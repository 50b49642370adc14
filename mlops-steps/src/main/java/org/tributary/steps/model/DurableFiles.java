package org.tributary.steps.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Writes small files that outlive a power cut, and reads plain files only. */
final class DurableFiles {

    private DurableFiles() {}

    /** A path leads to something else than a plain file of acceptable size. */
    static final class NotPlainException extends IOException {

        private static final long serialVersionUID = 1L;
        private final String what;

        NotPlainException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Flushes the names in a folder, where the system can; Windows opens no folder. */
    static void flush(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The content of a file that is no link and holds at most this many bytes. */
    static byte[] read(Path file, long most) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NotPlainException("is a link, a folder or a device");
        }
        if (attributes.size() > most) {
            throw new NotPlainException("has " + attributes.size() + " bytes instead of at most " + most);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) attributes.size());
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }
}
