package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes files that nobody has marked since a time, and no other, whenever the mark comes.
 *
 * <p>A file is first given a temporary name, and then its mark is looked at again. Whoever marks a file by its name has
 * either been before that, so that the mark is seen and the file gets its name back, or finds no file and knows that it is
 * gone.
 */
final class UnusedFiles {
    private final FileOperations files;
    private final AtomicWriter writer;
    private final TempFiles temps;
    private final Instant cutoff;

    UnusedFiles(FileOperations files, AtomicWriter writer, TempFiles temps, Instant cutoff) {
        this.files = files;
        this.writer = writer;
        this.temps = temps;
        this.cutoff = cutoff;
    }

    /** Whether it is a file that was not marked since the time. */
    boolean isUnused(FileFacts found) {
        return found.isFile() && found.modified().isBefore(cutoff);
    }

    /** Removes {@code file} if nobody has marked it; false if it stays or somebody else has removed it. */
    boolean remove(Path file) throws IOException {
        if (files.facts(file).filter(this::isUnused).isEmpty()) {
            return false;
        }
        Path away = writer.reserve(StoreFolders.of(file));
        try {
            files.rename(file, away);
        } catch (NoSuchFileException removedByAnother) {
            temps.drop(away);
            return false;
        } catch (IOException failure) {
            temps.drop(away);
            throw failure;
        }
        return removeMoved(away, file);
    }

    private boolean removeMoved(Path away, Path file) throws IOException {
        if (wasMarked(away, file)) {
            restore(away, file);
            return false;
        }
        files.delete(away);
        return true;
    }

    private boolean wasMarked(Path away, Path file) throws IOException {
        try {
            return files.facts(away).filter(this::isUnused).isEmpty();
        } catch (IOException failure) {
            restore(away, file);
            throw failure;
        }
    }

    /** Gives the file its name back, unless somebody has stored it anew. */
    private void restore(Path away, Path file) throws IOException {
        Optional<FileFacts> anew = files.facts(file);
        if (anew.isPresent()) {
            files.delete(away);
        } else {
            files.rename(away, file);
            files.forceFolder(StoreFolders.of(file));
        }
    }
}
