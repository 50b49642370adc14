package org.tributary.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Content under its digest. */
final class ObjectFiles {
    private final FileOperations files;
    private final StoreLayout layout;
    private final VerifiedReader reader;
    private final AtomicWriter writer;
    private final Quarantine quarantine;
    private final Freshness freshness;
    private final Consumer<String> warnings;
    // What could not be read, moved away or made durable: a put must not take a file there for the content.
    private final Set<Path> suspects = ConcurrentHashMap.newKeySet();

    ObjectFiles(StoreParts parts, Consumer<String> warnings) {
        this.files = parts.files();
        this.layout = parts.layout();
        this.reader = parts.reader();
        this.writer = parts.writer();
        this.quarantine = parts.quarantine();
        this.freshness = parts.freshness();
        this.warnings = warnings;
    }

    boolean holds(ObjectRef ref) {
        try {
            return files.facts(layout.object(ref))
                    .filter(found -> isWhole(found, ref))
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isWhole(FileFacts found, ObjectRef ref) {
        return found.isFile() && found.size() == ref.size();
    }

    InputStream read(ObjectRef ref) throws DamagedObjectException {
        try {
            return readOnce(ref);
        } catch (DamageException maybeMendedSince) {
            return readAgain(ref);
        } catch (IOException failure) {
            throw miss(ref, failure);
        }
    }

    private InputStream readAgain(ObjectRef ref) throws DamagedObjectException {
        try {
            return readOnce(ref);
        } catch (IOException failure) {
            throw miss(ref, failure);
        }
    }

    private InputStream readOnce(ObjectRef ref) throws IOException {
        return reader.object(layout.object(ref), ref, failure -> miss(ref, failure));
    }

    private DamagedObjectException miss(ObjectRef ref, IOException failure) {
        suspects.add(layout.object(ref));
        return new DamagedObjectException(ref, missMessage(ref, failure), failure);
    }

    private String missMessage(ObjectRef ref, IOException failure) {
        Path path = layout.object(ref);
        if (failure instanceof DamageException damage) {
            return StoreMessages.damaged(path, damage.what(), moveAway(ref));
        }
        if (failure instanceof NoSuchFileException) {
            return StoreMessages.missing(path);
        }
        return StoreMessages.unreadable(path, failure);
    }

    private String moveAway(ObjectRef ref) {
        return quarantine
                .setAside(layout.object(ref), moved -> reader.isIntact(moved, ref))
                .text();
    }

    void setAside(ObjectRef ref, String why) {
        Path path = layout.object(ref);
        suspects.add(path);
        warnings.accept(
                StoreMessages.damaged(path, why, quarantine.setAside(path).text()));
    }

    void put(ObjectRef ref, ContentWriter content) throws IOException {
        Path path = layout.object(ref);
        try {
            put(path, ref, content);
        } catch (IOException failure) {
            suspects.add(path);
            throw failure;
        }
    }

    private void put(Path path, ObjectRef ref, ContentWriter content) throws IOException {
        Optional<FileFacts> found = files.facts(path);
        boolean whole = found.filter(facts -> isWhole(facts, ref)).isPresent();
        if (whole && !suspects.contains(path) && mark(path, found.get())) {
            writer.confirm(path);
            return;
        }
        if (found.isPresent() && !whole) {
            suspects.add(path);
            warnings.accept(StoreMessages.damaged(path, "it is no file of " + ref.size() + " bytes", moveAway(ref)));
        }
        writer.write(path, out -> writeChecked(path, ref, content, out));
        suspects.remove(path);
    }

    /** Sees to it that a collection lets the object be until its result is there; false if it must be written anew. */
    private boolean mark(Path path, FileFacts found) {
        try {
            if (freshness.isMarkDue(found.modified())) {
                files.touch(path, freshness.now());
            }
            return true;
        } catch (IOException collectedOrNotOurs) {
            return false;
        }
    }

    private static void writeChecked(Path path, ObjectRef ref, ContentWriter content, OutputStream out)
            throws IOException {
        DigestingStream digesting = new DigestingStream(out);
        content.writeTo(digesting);
        ObjectRef actual = digesting.written();
        if (!actual.equals(ref)) {
            throw new ValueChangedException(StoreMessages.changed(path, ref, actual));
        }
    }

    /** Passes on what is written and digests it; closing does nothing. */
    private static final class DigestingStream extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = Sha256.start();
        private long size;

        DigestingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        ObjectRef written() {
            return new ObjectRef(Sha256.hex(digest), size);
        }
    }
}
