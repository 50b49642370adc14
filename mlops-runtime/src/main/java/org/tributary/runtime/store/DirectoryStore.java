package org.tributary.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A folder of content under its SHA-256 and of results under their keys, whose every read is verified.
 *
 * <p>A put is durable when it returns and invisible until then: after a kill or a power cut an entry is whole or missing.
 * A damaged file is set aside in {@code v1/damaged} and is a miss. Content is never modified.
 *
 * <p><b>Threads and processes:</b> safe for any number of both on one folder, without a lock; who loses a race reads or
 * writes the same bytes, or finds a miss. <b>Life cycle:</b> holds no resource; is not closed. <b>Nulls:</b> none
 * anywhere. <b>Failure:</b> reading gives a miss, only writing throws, and nothing that was stored is lost by it.
 */
public final class DirectoryStore {
    private static final int MEMORY_LIMIT = 32 * 1024 * 1024;

    private final StoreLayout layout;
    private final StoreParts parts;
    private final ObjectFiles objects;
    private final SealedFiles sealed;

    private DirectoryStore(Path root, Surroundings surroundings, int memoryLimit, Consumer<String> warnings) {
        this.layout = new StoreLayout(root.toAbsolutePath());
        this.parts = StoreParts.of(layout, surroundings, memoryLimit);
        this.objects = new ObjectFiles(parts, warnings);
        this.sealed = new SealedFiles(parts, warnings);
    }

    /**
     * A store in {@code root}, which is created by the first put.
     *
     * <p>Removes temporary files of dead processes of this host, and those of other hosts that are a day old. Never fails:
     * an unusable root shows when something is put.
     *
     * @param root any folder, existing or not; a relative one is below the working directory
     * @param warnings gets one sentence for each damaged or unreadable file; called on the thread that found it
     * @return the store
     */
    public static DirectoryStore open(Path root, Consumer<String> warnings) {
        return open(root, Surroundings.real(), MEMORY_LIMIT, warnings);
    }

    /**
     * The same for one that has opened the store before: leaves temporary files alone, which takes less time.
     *
     * @param root as for {@link #open}
     * @param warnings as for {@link #open}
     * @return the store
     */
    public static DirectoryStore openAgain(Path root, Consumer<String> warnings) {
        return new DirectoryStore(root, Surroundings.real(), MEMORY_LIMIT, warnings);
    }

    static DirectoryStore open(Path root, Surroundings surroundings, Consumer<String> warnings) {
        return open(root, surroundings, MEMORY_LIMIT, warnings);
    }

    static DirectoryStore open(Path root, Surroundings surroundings, int memoryLimit, Consumer<String> warnings) {
        DirectoryStore store = new DirectoryStore(root, surroundings, memoryLimit, warnings);
        store.parts.temps().sweep(store.layout.kinds());
        return store;
    }

    /**
     * The result under {@code key}, verified; empty if it is missing, damaged (set aside, with a warning that names the
     * file) or written in a newer format (left alone). Marks the result as used, so that {@link #collect} keeps it.
     *
     * @param key 64 lower-case hexadecimal digits
     * @return the result or empty
     */
    public Optional<StoredResult> result(String key) {
        return sealed.use(resultPath(key), StoreLayout.resultLabel(key)).map(body -> new StoredResult(key, body));
    }

    /**
     * Whether there is a regular file of exactly that size for {@code ref}; reads nothing of it.
     *
     * @param ref the object
     * @return whether it seems to be there
     */
    public boolean holds(ObjectRef ref) {
        return objects.holds(ref);
    }

    /**
     * The content of {@code ref}; no byte is given before it was verified.
     *
     * <p>Up to 32 MiB are verified in memory before this returns. Longer content is verified as a whole before this
     * returns, then read again in chunks, each verified again: the stream throws {@link DamagedObjectException} if the file
     * changed in between. Close the stream.
     *
     * @param ref the object
     * @return its content
     * @throws DamagedObjectException if the object is missing, damaged (it was set aside) or unreadable
     */
    public InputStream read(ObjectRef ref) throws DamagedObjectException {
        return objects.read(ref);
    }

    /**
     * Stores the content of {@code ref}; only makes it durable if a file of its size is there already.
     *
     * @param ref what {@code content} digests to
     * @param content writes the bytes; not called if the object is there
     * @throws IOException if the content does not digest to {@code ref} or the disk fails; nothing is stored then, and the
     *     message names the path, the bytes needed and the bytes free
     */
    public void put(ObjectRef ref, ContentWriter content) throws IOException {
        writing(layout.object(ref), ref.size(), () -> objects.put(ref, content));
    }

    /**
     * Stores a copy of {@code file}, which may not change meanwhile.
     *
     * @param ref what the content of {@code file} digests to
     * @param file the file to copy
     * @throws IOException as {@link #put}
     */
    public void putFile(ObjectRef ref, Path file) throws IOException {
        put(ref, out -> Files.copy(file, out));
    }

    /**
     * Stores {@code body} under {@code key} in place of what was there; a result in a newer format stays instead.
     *
     * @param key 64 lower-case hexadecimal digits
     * @param body any bytes
     * @throws IOException if the disk fails; the message is as for {@link #put}
     */
    public void putResult(String key, byte[] body) throws IOException {
        Path path = resultPath(key);
        writing(path, body.length, () -> sealed.put(path, StoreLayout.resultLabel(key), body));
    }

    /**
     * Moves the object away, so that it is a miss, and warns.
     *
     * @param ref the object
     * @param why completes "a stored file is damaged, ..."
     */
    public void setAside(ObjectRef ref, String why) {
        objects.setAside(ref, why);
    }

    /**
     * Moves the result away, so that it is a miss, and warns.
     *
     * @param key 64 lower-case hexadecimal digits
     * @param why completes "a stored file is damaged, ..."
     */
    public void setAsideResult(String key, String why) {
        sealed.setAside(resultPath(key), why);
    }

    /**
     * The bytes that were put last under a name, a hint such as the last key of a step; empty as for {@link #result}.
     *
     * @param name any text
     * @return the bytes or empty
     */
    public Optional<byte[]> latest(String name) {
        return sealed.get(layout.pointer(name), pointerLabel(name));
    }

    /**
     * Keeps {@code body} under {@code name} in place of what was there; is not forced to the disk, so that a power cut may
     * lose it.
     *
     * @param name any text
     * @param body any bytes
     * @throws IOException if the disk fails; the message is as for {@link #put}
     */
    public void putLatest(String name, byte[] body) throws IOException {
        Path path = layout.pointer(name);
        writing(path, body.length, () -> sealed.putHint(path, pointerLabel(name), body));
    }

    /**
     * Counts what the store holds; all zero if there is none.
     *
     * @return the counts
     * @throws IOException if a folder cannot be listed
     */
    public StoreStats stats() throws IOException {
        return new StoreSurvey(parts.files(), parts.temps(), layout).stats();
    }

    /**
     * Reads every object, result and pointer and tells what is damaged, incomplete or unknown; changes nothing.
     *
     * <p>Temporary files of living writers are passed over. A file that another process removes meanwhile is no finding.
     *
     * @param references what results need
     * @return what was found
     * @throws IOException if a folder cannot be listed, or the thread was interrupted
     */
    public StoreCheck verify(References references) throws IOException {
        return inspect(references, (file, isIntact) -> Quarantine.Fate.untouched());
    }

    /**
     * As {@link #verify}, and sets aside what is damaged or incomplete, so that it is a miss.
     *
     * @param references what results need
     * @return what was found, and what became of it
     * @throws IOException as for {@link #verify}; what was set aside before stays so
     */
    public StoreCheck repair(References references) throws IOException {
        return inspect(references, parts.quarantine()::setAside);
    }

    /**
     * Removes the results that are not to be kept, then the objects that no result needs, and hints and damaged files of
     * old. What was stored or looked up in the last hour stays, and so do files of newer versions, unknown ones and
     * temporary files in use.
     *
     * <p>Safe beside runs of any process: a result that one of them has looked up stays, with its objects, for fifty minutes
     * from then at least, and so do objects whose result is still to be stored. A run that takes longer finds misses.
     *
     * @param retention which results to keep
     * @param references what results need; if it does not know the form of one that is kept, no object is removed
     * @return what was removed
     * @throws IOException if the disk fails; no object that a result needs was removed then
     */
    public Collected collect(Retention retention, References references) throws IOException {
        try {
            return new StoreCollection(parts, references, retention).collect();
        } catch (IOException failure) {
            throw new IOException(StoreMessages.cannotCollect(layout.root(), failure), failure);
        }
    }

    private StoreCheck inspect(References references, StoreInspection.Remedy remedy) throws IOException {
        try {
            return new StoreInspection(parts, references, remedy).inspect();
        } catch (IOException failure) {
            throw new IOException(StoreMessages.cannotRead(layout.root(), failure), failure);
        }
    }

    /**
     * Removes all objects, results, pointers and damaged files, results first; safe beside other processes, which find
     * misses. Folders and temporary files of living writers stay.
     *
     * @throws IOException if something cannot be removed
     */
    public void clear() throws IOException {
        new StoreSurvey(parts.files(), parts.temps(), layout).clear();
    }

    private Path resultPath(String key) {
        ObjectRef.requireDigest("key", key);
        return layout.result(key);
    }

    private static String pointerLabel(String name) {
        return StoreLayout.pointerLabel(StoreLayout.escape(name));
    }

    private void writing(Path path, long needed, Write write) throws IOException {
        try {
            write.run();
        } catch (ValueChangedException named) {
            throw named;
        } catch (IOException failure) {
            var free = parts.files().freeBytes(layout.root());
            throw new IOException(StoreMessages.cannotWrite(path, needed, free, failure), failure);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
