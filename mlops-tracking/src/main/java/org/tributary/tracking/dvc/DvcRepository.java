package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workspace with a {@code .dvc} folder, and the entries of its {@code .dvc} files, each read again when it changed.
 *
 * <p>Safe for several threads.
 */
final class DvcRepository {

    private final Path root;
    private final Remembered<List<Path>> files;
    private final Remembered<List<Pointer>> pointers;

    private DvcRepository(Path root, Clock clock) {
        this.root = root;
        this.files = new Remembered<>(clock, DvcRepository::list);
        this.pointers = new Remembered<>(clock, file -> Pointer.read(file, root));
    }

    /** The repository that a folder is in. */
    static Optional<DvcRepository> around(Path folder, Clock clock) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".dvc"))) {
                return Optional.of(new DvcRepository(at, clock));
            }
        }
        return Optional.empty();
    }

    Path root() {
        return root;
    }

    /** The settings as they are now. */
    DvcConfig config() throws IOException {
        return DvcConfig.read(root.resolve(".dvc"));
    }

    /**
     * The entry whose data is a path or has it inside. Looked for from the root down to the path's folder, which is where
     * {@code dvc add} puts {@code .dvc} files.
     */
    Optional<Pointer> pointer(Path path) throws IOException {
        if (!path.startsWith(root) || path.equals(root)) {
            return Optional.empty();
        }
        Path folder = root;
        for (Path part : root.relativize(path)) {
            Optional<Pointer> found = pointer(folder, path);
            if (found.isPresent() || !Files.isDirectory(folder)) {
                return found;
            }
            folder = folder.resolve(part);
        }
        return Optional.empty();
    }

    private Optional<Pointer> pointer(Path folder, Path path) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        for (Path file : files.of(folder)) {
            for (Pointer pointer : pointers.of(file)) {
                if (pointer.covers(path)) {
                    return Optional.of(pointer);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "?*.dvc")) {
            all.forEach(files::add);
        }
        return files.stream().filter(Files::isRegularFile).sorted().toList();
    }
}
