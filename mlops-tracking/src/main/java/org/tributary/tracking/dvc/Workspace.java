package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Puts verified files in their places and never overwrites one that is there.
 *
 * @param repository what the files belong to
 * @param cache gives objects
 * @param hashes of files in the workspace
 * @param onModified whether other content is an error
 */
record Workspace(DvcRepository repository, ObjectCache cache, Remembered<String> hashes, OnModified onModified) {

    /** Makes sure that a file is there with its content. */
    void provide(Wanted wanted) throws IOException {
        checkLinks(wanted.path());
        if (Files.exists(wanted.path(), LinkOption.NOFOLLOW_LINKS)) {
            verify(wanted);
        } else {
            put(wanted);
        }
    }

    private void verify(Wanted wanted) throws IOException {
        if (!Files.isRegularFile(wanted.path())) {
            throw DvcTrouble.notAFile(wanted.path());
        }
        String actual = hashes.of(wanted.path());
        if (onModified == OnModified.REFUSE && !actual.equals(wanted.hash())) {
            throw DvcTrouble.modified(wanted.pointer(), wanted.path(), wanted.hash(), actual);
        }
    }

    /** The temporary file lies beside the tracked data, not in it: left over, it would count as a change of the data. */
    private void put(Wanted wanted) throws IOException {
        Path object = cache.require(wanted, repository.config());
        Files.createDirectories(wanted.path().resolveSibling("."));
        Path fresh = Files.createTempFile(wanted.pointer().path().resolveSibling("."), ".provided-", ".tmp");
        try {
            String actual = Md5.copy(object, fresh);
            if (!actual.equals(wanted.hash())) {
                throw DvcTrouble.corrupt(wanted, object, actual);
            }
            open(fresh, wanted.pointer().executable());
            Files.move(fresh, wanted.path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Temporary files are private; this one becomes what git would check out. */
    private static void open(Path file, boolean executable) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** No part of the path may be a link, but for a file that DVC itself linked into its cache. */
    private void checkLinks(Path path) throws IOException {
        Path at = repository.root();
        for (Path part : at.relativize(path)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at) && !(at.equals(path) && isCached(at))) {
                throw DvcTrouble.link(at);
            }
        }
    }

    private boolean isCached(Path link) throws IOException {
        Path store = repository.config().cache();
        return Files.exists(link) && Files.exists(store) && link.toRealPath().startsWith(store.toRealPath());
    }
}
