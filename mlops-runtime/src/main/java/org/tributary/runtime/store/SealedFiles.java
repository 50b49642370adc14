package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.tributary.runtime.store.VerifiedReader.Sealed;

/** Small files under a name of their own, each with a seal that tells damage. */
final class SealedFiles {
    private final FileOperations files;
    private final VerifiedReader reader;
    private final AtomicWriter writer;
    private final Quarantine quarantine;
    private final Freshness freshness;
    private final Consumer<String> warnings;

    SealedFiles(StoreParts parts, Consumer<String> warnings) {
        this.files = parts.files();
        this.reader = parts.reader();
        this.writer = parts.writer();
        this.quarantine = parts.quarantine();
        this.freshness = parts.freshness();
        this.warnings = warnings;
    }

    /** The body that was put, or empty: missing, of a newer version, or damaged, which is warned about. */
    Optional<byte[]> get(Path path, String label) {
        return find(path, label).map(Sealed::body);
    }

    /** The same, and marks it as used; empty also if it was collected meanwhile. */
    Optional<byte[]> use(Path path, String label) {
        return find(path, label)
                .filter(found -> !freshness.isMarkDue(found.modified()) || mark(path))
                .map(Sealed::body);
    }

    /** False if the file is gone; a disk or a file that is not to be written to is no reason to do without it. */
    private boolean mark(Path path) {
        try {
            files.touch(path, freshness.now());
            return true;
        } catch (NoSuchFileException collected) {
            return false;
        } catch (IOException readOnly) {
            return true;
        }
    }

    private Optional<Sealed> find(Path path, String label) {
        try {
            return readTwice(path, label);
        } catch (NoSuchFileException | ClosedByInterruptException missingOrCancelled) {
            return Optional.empty();
        } catch (DamageException damage) {
            moveAway(path, label, damage.what());
        } catch (IOException unreadable) {
            warnings.accept(StoreMessages.unreadable(path, unreadable));
        }
        return Optional.empty();
    }

    private Optional<Sealed> readTwice(Path path, String label) throws IOException {
        try {
            return reader.sealed(path, label);
        } catch (DamageException maybeMendedSince) {
            return reader.sealed(path, label);
        }
    }

    private void moveAway(Path path, String label, String why) {
        Quarantine.Fate fate = quarantine.setAside(path, moved -> reader.isIntact(moved, label));
        warnings.accept(StoreMessages.damaged(path, why, fate.text()));
    }

    void setAside(Path path, String why) {
        warnings.accept(
                StoreMessages.damaged(path, why, quarantine.setAside(path).text()));
    }

    /** Replaces what is at {@code path}, unless a newer version of the library wrote it. */
    void put(Path path, String label, byte[] body) throws IOException {
        if (makeWay(path, label)) {
            writer.write(path, content(label, body));
        }
    }

    /** The same without forcing it to the disk: for what may be lost. */
    void putHint(Path path, String label, byte[] body) throws IOException {
        if (makeWay(path, label)) {
            writer.writeHint(path, content(label, body));
        }
    }

    /** Whether {@code path} may be replaced; what is no file was moved away. */
    private boolean makeWay(Path path, String label) throws IOException {
        Optional<FileFacts> found = files.facts(path);
        if (found.isPresent() && !found.orElseThrow().isFile()) {
            moveAway(path, label, "it is no file");
        }
        return found.isEmpty() || !reader.isNewer(path);
    }

    private static ContentWriter content(String label, byte[] body) {
        byte[] line = Seal.of(label, body).line();
        return out -> {
            out.write(line);
            out.write(body);
        };
    }
}
