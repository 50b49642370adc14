package org.tributary.steps.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a finished folder in the place of another by two renames. A process that dies in between leaves the old folder beside,
 * in a hidden folder {@code .name.*}, and no half one. One object serves one save; not thread safe.
 */
final class FolderSwap {

    private static final int ATTEMPTS = 100;

    private final Path target;
    private final Path parent;
    private final Path work;
    private boolean onlyCopyInside;

    private FolderSwap(Path target, Path parent, Path work) {
        this.target = target;
        this.parent = parent;
        this.work = work;
    }

    /** Makes room beside an absolute path, on the same disk, for this process alone. */
    static FolderSwap beside(Path target) throws IOException {
        Path parent = target.resolveSibling("");
        // Not createDirectories alone: before Java 20 it fails where the parent is a link to a folder.
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        Path work = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
        return new FolderSwap(target, parent, work);
    }

    /** Where the new folder is to be made. */
    Path fresh() {
        return work.resolve("new");
    }

    /**
     * Takes the place of the target, after any other process that does so meanwhile: the last one stays, whole. If that fails
     * the old folder is where it was.
     */
    void rename() throws IOException {
        int attempt = 1;
        while (!renamed(attempt)) {
            attempt++;
        }
        DurableFiles.flush(parent);
    }

    private boolean renamed(int attempt) throws IOException {
        Path old = work.resolve("old" + attempt);
        boolean aside = moved(target, old);
        try {
            Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (attempt < ATTEMPTS && isThere(target)) {
                return false;
            }
            if (aside) {
                onlyCopyInside = true;
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
                onlyCopyInside = false;
            }
            throw e;
        }
    }

    /** Whether there was something to move. */
    private static boolean moved(Path from, Path to) throws IOException {
        if (!isThere(from)) {
            return false;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes what is left beside the target; nothing of it, if the old folder could not be put back. */
    void clean() throws IOException {
        if (!onlyCopyInside) {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> walk = Files.walk(folder)) {
            left = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}
