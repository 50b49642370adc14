package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tributary.runtime.store.Fault.Operation;

/**
 * Real operations that are counted from 1 and suffer a fault at one of them.
 *
 * <p>A dead process does nothing more: each later operation throws {@link ProcessKilled}. Forcing is only noted, which is
 * enough for the power cuts here and fast.
 */
final class FaultyFileOperations implements FileOperations {
    private static final int SHORT_READ = 40_000;

    private final FileOperations disk = new DiskOperations();
    private final UnforcedChanges unforced;
    private final Fault fault;
    private final int position;
    private int count;
    private boolean fired;
    private boolean dead;

    /** The fault happens at the first operation from {@code position} on that it applies to. */
    FaultyFileOperations(Fault fault, int position) {
        this(fault, position, new UnforcedChanges());
    }

    /** A process on a machine where others have left changes that the disk does not have yet. */
    FaultyFileOperations(Fault fault, int position, UnforcedChanges unforced) {
        this.unforced = unforced;
        this.fault = fault;
        this.position = position;
    }

    synchronized int count() {
        return count;
    }

    synchronized boolean hasFired() {
        return fired;
    }

    @Override
    public synchronized WritableFile create(Path file) throws IOException {
        return step(Operation.CREATE, file, () -> {
            WritableFile created = disk.create(file);
            unforced.created(file);
            return new FaultyWritableFile(file, created);
        });
    }

    @Override
    public synchronized ReadableFile open(Path file) throws IOException {
        return step(Operation.OPEN, file, () -> new FaultyReadableFile(file, disk.open(file)));
    }

    @Override
    public synchronized Optional<FileFacts> facts(Path file) throws IOException {
        return step(Operation.LOOK, file, () -> disk.facts(file));
    }

    @Override
    public synchronized boolean isFolder(Path folder) throws IOException {
        return step(Operation.LOOK, folder, () -> disk.isFolder(folder));
    }

    @Override
    public synchronized List<Path> list(Path folder) throws IOException {
        return step(Operation.LIST, folder, () -> disk.list(folder));
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        step(Operation.CREATE_FOLDER, folder, () -> {
            disk.createFolder(folder);
            unforced.folderCreated(folder);
            return folder;
        });
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        step(Operation.RENAME, from, () -> {
            Runnable done = unforced.renaming(from, to);
            disk.rename(from, to);
            done.run();
            return to;
        });
    }

    @Override
    public synchronized void touch(Path file, Instant time) throws IOException {
        step(Operation.TOUCH, file, () -> {
            disk.touch(file, time);
            return file;
        });
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        step(Operation.FORCE_FOLDER, folder, () -> {
            unforced.folderForced(folder);
            return folder;
        });
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step(Operation.DELETE, file, () -> {
            unforced.deleting(file);
            disk.delete(file);
            return file;
        });
    }

    @Override
    public synchronized OptionalLong freeBytes(Path folder) {
        return OptionalLong.of(4096);
    }

    private <T> T step(Operation operation, Path path, Action<T> action) throws IOException {
        if (!strikes(operation)) {
            return action.run();
        }
        if (fault == Fault.TORN) {
            action.run();
        }
        throw strike(path);
    }

    private boolean strikes(Operation operation) {
        if (dead) {
            throw new ProcessKilled(fault);
        }
        count++;
        boolean due = count >= position && fault.appliesTo(operation) && (!fired || fault.isSticky());
        fired |= due;
        return due;
    }

    private IOException strike(Path path) throws IOException {
        if (!fault.isDeath()) {
            return fault.exception(path);
        }
        dead = true;
        if (fault != Fault.KILL && fault != Fault.TORN) {
            unforced.cut(fault, count);
        }
        throw new ProcessKilled(fault);
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws IOException;
    }

    private final class FaultyWritableFile implements WritableFile {
        private final Path path;
        private final WritableFile file;

        FaultyWritableFile(Path path, WritableFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            synchronized (FaultyFileOperations.this) {
                boolean struck = strikes(Operation.WRITE);
                boolean partly = fault == Fault.TORN || !fault.isDeath();
                int length = struck ? (partly ? bytes.remaining() / 2 : 0) : bytes.remaining();
                file.write(bytes.duplicate().limit(bytes.position() + length));
                unforced.written(path, length);
                if (struck) {
                    throw strike(path);
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultyFileOperations.this) {
                step(Operation.FORCE, path, () -> {
                    unforced.forced(path);
                    return path;
                });
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (FaultyFileOperations.this) {
                file.close();
                step(Operation.CLOSE, path, () -> path);
            }
        }
    }

    private final class FaultyReadableFile implements ReadableFile {
        private final Path path;
        private final ReadableFile file;

        FaultyReadableFile(Path path, ReadableFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            synchronized (FaultyFileOperations.this) {
                return step(Operation.LOOK, path, file::size);
            }
        }

        /** Reads less than asked for at times, as a disk may. */
        @Override
        public int read(ByteBuffer target) throws IOException {
            synchronized (FaultyFileOperations.this) {
                return step(Operation.READ, path, () -> {
                    int length = Math.min(target.remaining(), SHORT_READ);
                    int read = file.read(target.duplicate().limit(target.position() + length));
                    target.position(target.position() + Math.max(0, read));
                    return read;
                });
            }
        }

        @Override
        public void rewind() throws IOException {
            synchronized (FaultyFileOperations.this) {
                step(Operation.READ, path, () -> {
                    file.rewind();
                    return path;
                });
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
