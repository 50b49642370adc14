package org.tributary.runtime.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Takes from a folder what the disk did not have yet when the power went: data since the last force of a file, names since the
 * last force of their folder.
 */
final class PowerCut {
    /** What is lost of the unforced. */
    enum Loss {
        /** All data, no name. */
        DATA,
        /** All data, which became zeros; no name. */
        ZEROS,
        /** All data and all names. */
        NAMES,
        /** Some data and the latest names, as many as a seed says. */
        MIXED
    }

    private final Path from;
    private final Path to;
    private final Map<Path, Lengths> data = new HashMap<>();
    private final List<NameChange> names = new ArrayList<>();

    private PowerCut(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Cuts the power.
     *
     * @param log what the process did
     * @param from the folder that it did it in
     * @param to the copy of that folder to take things from
     * @param seed decides in the mixed case
     */
    static void apply(List<Operation> log, Path from, Path to, Loss loss, long seed) throws IOException {
        PowerCut cut = new PowerCut(from, to);
        log.stream().filter(Operation::isDone).forEach(cut::replay);
        cut.lose(loss, new Random(seed));
    }

    private void replay(Operation done) {
        Path path = place(done.path());
        switch (done.kind()) {
            case "create" -> create(path);
            case "write" -> lengths(path).written += Long.parseLong(done.result());
            case "force" -> force(path);
            case "folder" -> changed(path, () -> Place.delete(path));
            case "rename" -> rename(place(done.other()), path, done.kept());
            case "delete" -> delete(path, done.kept());
            default -> { // reads nothing that could be lost
            }
        }
    }

    private Path place(String path) {
        return to.resolve(from.relativize(Path.of(path)).toString()).normalize();
    }

    private Lengths lengths(Path file) {
        return data.computeIfAbsent(file, created -> new Lengths());
    }

    private void changed(Path path, Undo undo) {
        names.add(new NameChange(path.getParent(), undo));
    }

    private void create(Path file) {
        if (data.put(file, new Lengths()) == null) {
            changed(file, () -> Files.deleteIfExists(file));
        }
    }

    private void force(Path path) {
        Lengths file = data.get(path);
        if (file != null) {
            file.durable = file.written;
        } else {
            names.removeIf(change -> change.folder().equals(path));
        }
    }

    private void rename(Path old, Path name, String kept) {
        Lengths replaced = data.remove(name);
        moveLengths(old, name);
        changed(name, () -> {
            if (Files.exists(name)) {
                Files.move(name, old);
                moveLengths(name, old);
            }
            restore(name, kept, replaced);
        });
    }

    private void moveLengths(Path old, Path name) {
        Lengths lengths = data.remove(old);
        if (lengths != null) {
            data.put(name, lengths);
        }
    }

    private void restore(Path name, String kept, Lengths lengths) throws IOException {
        if (!kept.isEmpty()) {
            Files.copy(Path.of(kept), name, StandardCopyOption.REPLACE_EXISTING);
        }
        if (lengths != null) {
            data.put(name, lengths);
        }
    }

    private void delete(Path path, String kept) {
        Lengths lengths = data.remove(path);
        changed(path, () -> {
            if (kept.isEmpty()) {
                Files.createDirectories(path);
            } else {
                restore(path, kept, lengths);
            }
        });
    }

    private void lose(Loss loss, Random random) throws IOException {
        int left = switch (loss) {
            case DATA, ZEROS -> names.size();
            case NAMES -> 0;
            case MIXED -> random.nextInt(names.size() + 1);
        };
        for (int i = names.size() - 1; i >= left; i--) {
            names.get(i).undo().run();
        }
        for (var file : data.entrySet()) {
            if (Files.isRegularFile(file.getKey())) {
                loseData(file.getKey(), file.getValue(), loss, random);
            }
        }
    }

    private static void loseData(Path path, Lengths lengths, Loss loss, Random random) throws IOException {
        long lost = lengths.written - lengths.durable;
        long survives = loss == Loss.MIXED ? random.nextInt((int) lost + 1) : 0;
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(lengths.durable + survives);
            if (loss == Loss.ZEROS) {
                file.setLength(lengths.written);
            }
        }
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
