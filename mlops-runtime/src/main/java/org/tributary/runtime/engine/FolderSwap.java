package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.PipelineException;

/**
 * Replaces whole folders: the new one is written beside, the old one renamed aside, the new one renamed in.
 *
 * <p>A reader sees the old folder or the new one, or none for the moment between two renames. If another process was faster, the
 * last writer wins. What a killed process left beside the folder is removed by the next replacement, which puts back an old folder
 * that was moved aside and not replaced.
 */
final class FolderSwap {

    /** Writes the content of a folder that does not exist yet. */
    @FunctionalInterface
    interface FolderWriter {
        void writeTo(Path folder) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FolderSwap.class);

    private final String mark;

    /**
     * A swap for one run.
     *
     * @param process the id of this process
     * @param run a name that no other run has
     */
    FolderSwap(long process, String run) {
        this.mark = "." + process + "-" + run;
    }

    /**
     * Puts a new folder in place of what is there.
     *
     * @param mayReplace whether an existing folder is ours to replace; an empty one always is
     * @throws PipelineException if it is not, or the disk fails; nothing is changed then
     */
    void replace(Path target, Predicate<Path> mayReplace, FolderWriter writer) {
        Path folder = target.toAbsolutePath().normalize();
        requireReplaceable(folder, mayReplace);
        try {
            Files.createDirectories(folder.getParent());
            sweep(folder);
            putInPlace(folder, writer);
        } catch (IOException | UncheckedIOException e) {
            throw new PipelineException(
                    "[EXPORT_FAILED] " + target + " could not be written: " + e.getMessage()
                            + ". Check the disk and the rights of " + folder.getParent() + ", then run again.",
                    e);
        }
    }

    private void putInPlace(Path folder, FolderWriter writer) throws IOException {
        Path fresh = beside(folder, ".new");
        try {
            writer.writeTo(fresh);
            swap(folder, fresh);
        } finally {
            removeIfThere(fresh);
            removeIfThere(beside(folder, ".old"));
        }
    }

    /** Leaves the old folder aside until the new one is in place; puts it back if that fails. */
    private void swap(Path folder, Path fresh) throws IOException {
        Path old = beside(folder, ".old");
        for (int tries = 0; tries < 10; tries++) {
            removeIfThere(old);
            moveIfThere(folder, old);
            try {
                Files.move(fresh, folder);
                return;
            } catch (FileSystemException e) {
                if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    moveIfThere(old, folder);
                    throw e;
                }
            }
        }
        throw new IOException("another process keeps writing to it");
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (NoSuchFileException e) {
            LOG.debug("there is no {}", from);
        }
    }

    private static void removeIfThere(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            remove(path);
        }
    }

    private Path beside(Path folder, String kind) {
        return folder.resolveSibling("." + folder.getFileName() + kind + mark);
    }

    private static void requireReplaceable(Path folder, Predicate<Path> mayReplace) {
        if (isForeign(folder, mayReplace)) {
            throw new PipelineException("[EXPORT_FOREIGN_FOLDER] " + folder
                    + " was not written by Tributary and is not replaced. Export to another folder, or move it away.");
        }
    }

    /** Asks again while another process swaps the folder: between its renames, nothing in it is to be seen. */
    private static boolean isForeign(Path folder, Predicate<Path> mayReplace) {
        String known = identity(folder);
        while (!known.isEmpty() && !isEmptyFolder(folder) && !mayReplace.test(folder)) {
            String now = identity(folder);
            if (now.equals(known)) {
                return true;
            }
            known = now;
        }
        return false;
    }

    /** What tells a folder from another one of the same path; empty if there is none. */
    private static String identity(Path folder) {
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return facts.fileKey() + " " + facts.creationTime();
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes what dead processes left beside the folder; an old folder that one of them moved aside comes back first. */
    private static void sweep(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            left = siblings.filter(path -> isLeftover(folder, path)).toList();
        }
        for (Path path : left) {
            if (path.getFileName().toString().startsWith("." + folder.getFileName() + ".old.")
                    && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(path, folder);
            } else {
                remove(path);
            }
        }
    }

    private static boolean isLeftover(Path folder, Path sibling) {
        String name = sibling.getFileName().toString();
        String start = "." + folder.getFileName();
        return (name.startsWith(start + ".new.") || name.startsWith(start + ".old.")) && !isAlive(name);
    }

    private static boolean isAlive(String name) {
        String[] parts = name.substring(name.lastIndexOf('.') + 1).split("-", 2);
        try {
            return Optional.of(Long.parseLong(parts[0]))
                    .flatMap(ProcessHandle::of)
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    static void remove(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
