package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates the folders of a store so that a power cut cannot take one away below a durable file.
 *
 * <p>A folder that is already there may be the work of a process that died before it forced the parent: each store forces
 * each parent once before it relies on what is there.
 */
final class StoreFolders {
    private final FileOperations files;
    private final Path root;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();
    private final Set<Path> adopted = ConcurrentHashMap.newKeySet();

    StoreFolders(FileOperations files, Path root) {
        this.files = files;
        this.root = root;
    }

    /** The folder that {@code path}, which is below a root, lies in. */
    static Path of(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /** Makes {@code folder}, which is the root or below, and what is above it exist durably. */
    void ensure(Path folder) throws IOException {
        if (durable.contains(folder)) {
            return;
        }
        if (folder.equals(root)) {
            createWithParents(root);
        } else {
            ensureIn(of(folder), folder);
        }
        durable.add(folder);
    }

    private void ensureIn(Path parent, Path folder) throws IOException {
        ensure(parent);
        if (!adopted.contains(parent)) {
            adopt(parent);
        }
        if (!durable.contains(folder)) {
            create(folder);
            files.forceFolder(parent);
        }
    }

    /** One force makes all names durable that are in {@code parent} now. */
    private void adopt(Path parent) throws IOException {
        List<Path> present = files.list(parent);
        files.forceFolder(parent);
        durable.addAll(present);
        adopted.add(parent);
    }

    /** Looks again the next time: somebody deleted folders. */
    void forget() {
        adopted.clear();
        durable.clear();
    }

    private void createWithParents(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null) {
            return;
        }
        if (files.isFolder(folder)) {
            forceIfAllowed(parent);
            return;
        }
        createWithParents(parent);
        create(folder);
        files.forceFolder(parent);
    }

    /** A folder above the root need not be ours: what we may not read, somebody else has made durable long ago. */
    private void forceIfAllowed(Path folder) throws IOException {
        try {
            files.forceFolder(folder);
        } catch (AccessDeniedException notOurs) {
            return;
        }
    }

    private void create(Path folder) throws IOException {
        if (files.isFolder(folder)) {
            return;
        }
        try {
            files.createFolder(folder);
        } catch (FileAlreadyExistsException race) {
            if (!files.isFolder(folder)) {
                throw race;
            }
        }
    }
}
