package org.tributary.steps.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a finished folder in the place of another by two renames. A process that dies in between leaves the old folder beside,
 * in a hidden folder {@code .name.*}, and no half one.
 */
final class FolderSwap {

    private final Path target;
    private final Path parent;
    private final Path work;

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

    private Path old() {
        return work.resolve("old");
    }

    /** Takes the place of the target. If that fails the old folder is where it was. */
    void rename() throws IOException {
        boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        DurableFiles.flush(parent);
    }

    /** Removes what is left beside the target; not the old folder, if nothing could take its place. */
    void clean() throws IOException {
        if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS) && Files.exists(old(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> walk = Files.walk(work)) {
            left = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}
