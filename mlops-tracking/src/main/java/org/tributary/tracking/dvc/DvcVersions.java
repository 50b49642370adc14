package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.PipelineException;

/**
 * Reads what DVC 3 tracks: verifies files against their hash and pulls missing ones, as {@code dvc pull} would, from the cache or
 * from a remote that is a local folder.
 *
 * <p>A {@code .dvc} file is found in any folder from the repository's root down to that of the data. Every object is verified
 * before its bytes reach the workspace; files are hashed again only when their size, time or inode changed. Pulled files are
 * copies, whatever link type is configured. Pipelines ({@code dvc.yaml}), DVC 2 and cloud remotes are not read.
 * <b>Threads:</b> safe for several threads; processes may share a repository.
 */
public final class DvcVersions implements DataVersions {

    private final Path folder;
    private final OnModified onModified;
    private final Clock clock;
    private final ObjectCache cache;
    private final Remembered<String> hashes;
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
    private volatile @Nullable DvcRepository known;

    private DvcVersions(Path folder, OnModified onModified, Clock clock) {
        this.folder = folder;
        this.onModified = onModified;
        this.clock = clock;
        this.cache = new ObjectCache(clock);
        this.hashes = new Remembered<>(clock, Md5::of);
    }

    /** The repository that a folder is in, looked for when a file is asked about; modified files are refused. */
    public static DvcVersions in(Path folder) {
        return in(folder, OnModified.REFUSE);
    }

    /** As {@link #in(Path)}, with a choice for modified files. */
    public static DvcVersions in(Path folder, OnModified onModified) {
        return new DvcVersions(folder, onModified, Clock.systemUTC());
    }

    /** With a clock that says when a file is old enough for its time to be trusted. */
    static DvcVersions in(Path folder, OnModified onModified, Clock clock) {
        return new DvcVersions(folder, onModified, clock);
    }

    /**
     * Whether a {@code .dvc} file tracks this file or folder, or the folder that it lies in.
     *
     * @throws PipelineException if a {@code .dvc} file on the way cannot be read
     */
    @Override
    public boolean tracks(Path file) {
        try {
            return pointer(file).isPresent();
        } catch (IOException e) {
            throw new PipelineException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @param file a tracked file, or a tracked folder or one inside it, whose files are then all provided
     */
    @Override
    public void provide(Path file) throws IOException {
        DvcRepository repository = repository().orElseThrow(() -> DvcTrouble.notTracked(file));
        Pointer pointer = pointer(file).orElseThrow(() -> DvcTrouble.notTracked(file));
        if (pointer.unread().isPresent()) {
            throw DvcTrouble.unread(pointer);
        }
        Workspace workspace = new Workspace(repository, cache, hashes, onModified);
        for (Wanted wanted : wanted(repository, pointer, absolute(file))) {
            workspace.provide(wanted);
        }
    }

    private List<Wanted> wanted(DvcRepository repository, Pointer pointer, Path asked) throws IOException {
        if (!pointer.isFolder()) {
            return List.of(new Wanted(pointer, asked, pointer.oid()));
        }
        Manifest manifest = manifest(repository, pointer);
        Path inside = pointer.path().relativize(asked);
        String hash = manifest.files().get(inside);
        if (hash != null) {
            return List.of(new Wanted(pointer, asked, hash));
        }
        List<Wanted> below = manifest.files().entrySet().stream()
                .filter(entry -> asked.equals(pointer.path()) || entry.getKey().startsWith(inside))
                .map(entry -> new Wanted(pointer, pointer.path().resolve(entry.getKey()), entry.getValue()))
                .toList();
        checkInVersion(pointer, asked, below);
        return below;
    }

    private void checkInVersion(Pointer pointer, Path asked, List<Wanted> below) throws IOException {
        boolean mayBeNew = onModified == OnModified.USE && Files.exists(asked);
        if (below.isEmpty() && !asked.equals(pointer.path()) && !mayBeNew) {
            throw DvcTrouble.notInVersion(pointer, asked);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code md5:} and the hash that DVC names the content by; of a folder it ends in {@code .dir}
     * @throws PipelineException if the list of a folder's files is needed and cannot be had
     */
    @Override
    public Optional<String> version(Path file) {
        try {
            Optional<Pointer> pointer = pointer(file);
            return pointer.isEmpty() ? Optional.empty() : version(pointer.get(), absolute(file));
        } catch (IOException e) {
            throw new PipelineException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<String> version(Pointer pointer, Path file) throws IOException {
        if (pointer.unread().isPresent()) {
            throw DvcTrouble.unread(pointer);
        }
        String oid = file.equals(pointer.path())
                ? pointer.oid()
                : manifest(repository().orElseThrow(), pointer)
                        .files()
                        .get(pointer.path().relativize(file));
        return Optional.ofNullable(oid).map(hash -> "md5:" + hash);
    }

    private Manifest manifest(DvcRepository repository, Pointer pointer) throws IOException {
        Manifest read = manifests.get(pointer.oid());
        if (read == null) {
            Wanted wanted = new Wanted(pointer, pointer.path(), pointer.oid());
            read = Manifest.parse(pointer, cache.read(wanted, repository.config()));
            manifests.put(pointer.oid(), read);
        }
        return read;
    }

    private Optional<Pointer> pointer(Path file) throws IOException {
        Optional<DvcRepository> repository = repository();
        return repository.isEmpty() ? Optional.empty() : repository.get().pointer(absolute(file));
    }

    private Path absolute(Path file) {
        return folder.toAbsolutePath().resolve(file).normalize();
    }

    private Optional<DvcRepository> repository() {
        DvcRepository found = known;
        if (found == null) {
            found = DvcRepository.around(folder, clock).orElse(null);
            known = found;
        }
        return Optional.ofNullable(found);
    }
}
