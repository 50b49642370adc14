package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Walks over all that a store holds. */
final class StoreSurvey {
    private final FileOperations files;
    private final TempFiles temps;
    private final StoreLayout layout;

    StoreSurvey(FileOperations files, TempFiles temps, StoreLayout layout) {
        this.files = files;
        this.temps = temps;
        this.layout = layout;
    }

    StoreStats stats() throws IOException {
        Tally objects = tally(layout.objects());
        Tally results = tally(layout.results());
        return new StoreStats(objects.count, results.count, objects.bytes + results.bytes);
    }

    private Tally tally(Path kind) throws IOException {
        Tally tally = new Tally();
        for (Path shard : list(kind)) {
            for (Path entry : list(shard)) {
                if (!TempFiles.isTemp(entry)) {
                    files.facts(entry).filter(FileFacts::isFile).ifPresent(tally::add);
                }
            }
        }
        return tally;
    }

    void clear() throws IOException {
        for (Path kind : layout.kinds()) {
            for (Path entry : list(kind)) {
                clearEntry(entry);
            }
        }
    }

    // Other processes believe in the folders that they once saw, so shards stay.
    private void clearEntry(Path entry) throws IOException {
        boolean sharded = entry.startsWith(layout.objects()) || entry.startsWith(layout.results());
        if (sharded && isFolder(entry)) {
            for (Path file : list(entry)) {
                remove(file);
            }
        } else {
            remove(entry);
        }
    }

    /** Removes a file, or a folder with what is in it, but for temporary files of living writers. */
    void remove(Path entry) throws IOException {
        if (temps.isInUse(entry)) {
            return;
        }
        if (isFolder(entry)) {
            for (Path inner : list(entry)) {
                remove(inner);
            }
        }
        try {
            files.delete(entry);
        } catch (NoSuchFileException removedByAnother) {
            return;
        }
    }

    private boolean isFolder(Path entry) throws IOException {
        Optional<FileFacts> found = files.facts(entry);
        return found.filter(FileFacts::isFolder).isPresent();
    }

    private List<Path> list(Path folder) throws IOException {
        try {
            return files.isFolder(folder) ? files.list(folder) : List.of();
        } catch (NoSuchFileException removedByAnother) {
            return List.of();
        }
    }

    private static final class Tally {
        private long count;
        private long bytes;

        private void add(FileFacts found) {
            count++;
            bytes += found.size();
        }
    }
}
