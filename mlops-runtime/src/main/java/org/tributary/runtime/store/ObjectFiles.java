package org.tributary.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/** Content under its digest. */
final class ObjectFiles {
    private final FileOperations files;
    private final StoreLayout layout;
    private final VerifiedReader reader;
    private final AtomicWriter writer;
    private final Quarantine quarantine;
    private final Consumer<String> warnings;

    ObjectFiles(
            FileOperations files,
            StoreLayout layout,
            VerifiedReader reader,
            AtomicWriter writer,
            Quarantine quarantine,
            Consumer<String> warnings) {
        this.files = files;
        this.layout = layout;
        this.reader = reader;
        this.writer = writer;
        this.quarantine = quarantine;
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
        Path path = layout.object(ref);
        try {
            return reader.object(path, ref, damage -> setAside(ref, damage));
        } catch (DamageException damage) {
            throw setAside(ref, damage);
        } catch (NoSuchFileException missing) {
            throw new DamagedObjectException(ref, StoreMessages.missing(path), missing);
        } catch (IOException unreadable) {
            throw new DamagedObjectException(ref, StoreMessages.unreadable(path, unreadable), unreadable);
        }
    }

    private DamagedObjectException setAside(ObjectRef ref, DamageException damage) {
        Path path = layout.object(ref);
        String message = StoreMessages.damaged(path, damage.what(), quarantine.setAside(path));
        return new DamagedObjectException(ref, message, damage);
    }

    void setAside(ObjectRef ref, String why) {
        Path path = layout.object(ref);
        warnings.accept(StoreMessages.damaged(path, why, quarantine.setAside(path)));
    }

    void put(ObjectRef ref, ContentWriter content) throws IOException {
        Path path = layout.object(ref);
        Optional<FileFacts> found = files.facts(path);
        if (found.filter(facts -> isWhole(facts, ref)).isPresent()) {
            writer.confirm(path);
            return;
        }
        if (found.isPresent()) {
            setAside(ref, "it is no file of " + ref.size() + " bytes");
        }
        writer.write(path, out -> writeChecked(path, ref, content, out));
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
