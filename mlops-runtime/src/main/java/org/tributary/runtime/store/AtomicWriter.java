package org.tributary.runtime.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Puts a whole file in place durably, or nothing: temporary file, force, rename, force the folder.
 *
 * <p>After a failing force of the file nobody knows what is on the disk, and forcing again may report success: it is
 * dropped. If the force of the folder fails, the file stays: its content is durable, its name maybe not.
 */
final class AtomicWriter {
    private static final int BUFFER = 64 * 1024;

    private final FileOperations files;
    private final StoreFolders folders;
    private final TempFiles temps;

    AtomicWriter(FileOperations files, StoreFolders folders, TempFiles temps) {
        this.files = files;
        this.folders = folders;
        this.temps = temps;
    }

    /** Replaces {@code target}; an exception of {@code content} leaves that as it was. */
    void write(Path target, ContentWriter content) throws IOException {
        place(target, content, FileOperations.WritableFile::force);
        files.forceFolder(StoreFolders.of(target));
    }

    /** Replaces {@code target} in the same way without forcing: a power cut may leave the old file, a damaged one or none. */
    void writeHint(Path target, ContentWriter content) throws IOException {
        place(target, content, file -> {});
    }

    private void place(Path target, ContentWriter content, Ending ending) throws IOException {
        Temp temp = create(StoreFolders.of(target));
        try {
            fill(temp.file(), content, ending);
            files.rename(temp.path(), target);
        } catch (IOException | RuntimeException | Error failure) {
            temps.drop(temp.path());
            throw failure;
        }
    }

    /** Makes the name of a file durable that somebody else put in place. */
    void confirm(Path target) throws IOException {
        Path folder = StoreFolders.of(target);
        folders.ensure(folder);
        files.forceFolder(folder);
    }

    /** An empty file of a temporary name in {@code folder}, which no other store takes. */
    Path reserve(Path folder) throws IOException {
        Temp temp = create(folder);
        temp.file().close();
        return temp.path();
    }

    private Temp create(Path folder) throws IOException {
        folders.ensure(folder);
        try {
            return createIn(folder);
        } catch (NoSuchFileException folderDeleted) {
            folders.forget();
            folders.ensure(folder);
            return createIn(folder);
        }
    }

    private Temp createIn(Path folder) throws IOException {
        while (true) {
            Path path = temps.next(folder);
            try {
                return new Temp(path, files.create(path));
            } catch (FileAlreadyExistsException takenByAnotherStoreOfThisProcess) {
                continue;
            }
        }
    }

    private static void fill(FileOperations.WritableFile file, ContentWriter content, Ending ending)
            throws IOException {
        try (file) {
            OutputStream out = new BufferedOutputStream(new FileStream(file), BUFFER);
            content.writeTo(out);
            out.flush();
            ending.finish(file);
        }
    }

    /** What is done with a file after its last byte. */
    @FunctionalInterface
    private interface Ending {
        void finish(FileOperations.WritableFile file) throws IOException;
    }

    private record Temp(Path path, FileOperations.WritableFile file) {}

    /** Closing does nothing: the file must be forced after the content's writer is done. */
    private static final class FileStream extends OutputStream {
        private final FileOperations.WritableFile file;

        FileStream(FileOperations.WritableFile file) {
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
