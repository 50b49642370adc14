package org.tributary.runtime.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a file system may lose at a power cut: data since the last force of a file, names since the last force of
 * a folder, a prefix of them in their order.
 */
final class UnforcedChanges {
    private final Map<Path, Lengths> data = new HashMap<>();
    private final List<NameChange> names = new ArrayList<>();

    void created(Path file) {
        data.put(file, new Lengths());
        names.add(new NameChange(StoreFolders.of(file), () -> Files.deleteIfExists(file)));
    }

    void written(Path file, int bytes) {
        lengths(file).written += bytes;
    }

    void forced(Path file) {
        Lengths lengths = lengths(file);
        lengths.durable = lengths.written;
    }

    private Lengths lengths(Path file) {
        return data.computeIfAbsent(file, created -> new Lengths());
    }

    void folderCreated(Path folder) {
        names.add(new NameChange(StoreFolders.of(folder), () -> deleteTree(folder)));
    }

    void folderForced(Path folder) {
        names.removeIf(change -> change.folder().equals(folder));
    }

    /** To be called before a rename; what it gives, after it. */
    Runnable renaming(Path from, Path to) throws IOException {
        byte @Nullable [] replaced = content(to);
        return () -> renamed(from, to, replaced);
    }

    private void renamed(Path from, Path to, byte @Nullable [] replaced) {
        Lengths replacedLengths = data.remove(to);
        move(from, to);
        names.add(new NameChange(StoreFolders.of(to), () -> {
            if (Files.exists(to)) {
                Files.move(to, from);
                move(to, from);
            }
            if (replaced != null) {
                Files.write(to, replaced);
            }
            if (replacedLengths != null) {
                data.put(to, replacedLengths);
            }
        }));
    }

    private void move(Path from, Path to) {
        Lengths lengths = data.remove(from);
        if (lengths != null) {
            data.put(to, lengths);
        }
    }

    /** To be called before the file is deleted. */
    void deleting(Path file) throws IOException {
        data.remove(file);
        byte @Nullable [] content = content(file);
        if (content != null) {
            names.add(new NameChange(StoreFolders.of(file), () -> Files.write(file, content)));
        }
    }

    /** Null if there is no file; another process may remove it at any time. */
    private static byte @Nullable [] content(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (NoSuchFileException removed) {
            return null;
        }
    }

    /** Does to the folder what the power cut would; {@code seed} decides in the mixed case. */
    void cut(Fault fault, int seed) throws IOException {
        Random random = new Random(seed);
        int kept = switch (fault) {
            case POWER_CUT_NAMES_LOST -> 0;
            case POWER_CUT_MIXED -> random.nextInt(names.size() + 1);
            default -> names.size();
        };
        for (int i = names.size() - 1; i >= kept; i--) {
            names.get(i).undo().run();
        }
        for (var file : data.entrySet()) {
            if (Files.exists(file.getKey())) {
                loseData(file.getKey(), file.getValue(), fault, random);
            }
        }
    }

    private static void loseData(Path path, Lengths lengths, Fault fault, Random random) throws IOException {
        int lost = (int) (lengths.written - lengths.durable);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            if (fault == Fault.POWER_CUT_ZEROS) {
                file.seek(lengths.durable);
                file.write(new byte[lost]);
            } else {
                int kept = fault == Fault.POWER_CUT_MIXED ? random.nextInt(lost + 1) : 0;
                file.setLength(lengths.durable + kept);
            }
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.deleteIfExists(folder);
            return;
        }
        for (Path entry : new DiskOperations().list(folder)) {
            deleteTree(entry);
        }
        Files.delete(folder);
    }

    private static final class Lengths {
        private long written;
        private long durable;
    }

    private record NameChange(Path folder, Undo undo) {}

    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }
}
