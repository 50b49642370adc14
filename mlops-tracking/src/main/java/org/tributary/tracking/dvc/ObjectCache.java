package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DVC's cache in front of the remotes: gives objects whose bytes have the hash that they are named by.
 *
 * <p>DVC trusts what is in the cache; here every object is hashed once, and a damaged one is fetched again. Safe for several
 * threads and processes: objects appear whole, by rename.
 */
final class ObjectCache {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectCache.class);
    private static final String READ_ONLY = "r--r--r--";

    private final Remembered<String> hashes;

    ObjectCache(Clock clock) {
        this.hashes = new Remembered<>(clock, Md5::of);
    }

    /** The file of an object in the cache, fetched from the remote if it is missing or damaged there. */
    Path require(Wanted wanted, DvcConfig config) throws IOException {
        Path object = wanted.in(config.cache());
        if (isRegular(object)) {
            if (hashes.of(object).equals(wanted.hash())) {
                return object;
            }
            LOG.warn(
                    "[DVC_CACHE_DAMAGED] the cached object of {} is damaged and fetched again: {}",
                    wanted.path(),
                    object);
        }
        fetch(wanted, config, object);
        return object;
    }

    /** The bytes of a small object, with its hash. */
    byte[] read(Wanted wanted, DvcConfig config) throws IOException {
        Path object = require(wanted, config);
        byte[] content = Files.readAllBytes(object);
        String actual = Md5.of(content);
        if (!actual.equals(wanted.hash())) {
            throw DvcTrouble.corrupt(wanted, object, actual);
        }
        return content;
    }

    private static void fetch(Wanted wanted, DvcConfig config, Path object) throws IOException {
        Path remote = remote(wanted, config);
        Path source = wanted.in(remote);
        if (!isRegular(source)) {
            throw DvcTrouble.missing(wanted, config.cache(), "the remote " + remote);
        }
        Files.createDirectories(config.cache());
        Path fresh = Files.createTempFile(config.cache(), ".fetched-", ".tmp");
        try {
            String actual = Md5.copy(source, fresh);
            if (!actual.equals(wanted.hash())) {
                throw DvcTrouble.corrupt(wanted, source, actual);
            }
            protect(fresh);
            Files.createDirectories(object.resolveSibling("."));
            Files.move(fresh, object, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path remote(Wanted wanted, DvcConfig config) throws IOException {
        Optional<String> name = wanted.pointer().remote().or(config::defaultRemote);
        if (name.isEmpty()) {
            throw DvcTrouble.missing(wanted, config.cache(), "a remote, since .dvc/config names no default");
        }
        Optional<String> url = config.url(name.get());
        if (url.isEmpty()) {
            throw DvcTrouble.noSuchRemote(wanted, name.get());
        }
        if (url.get().contains("://")) {
            throw DvcTrouble.remoteElsewhere(wanted, name.get(), withoutSecrets(url.get()));
        }
        return config.resolve(url.get());
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    /** DVC takes a file that nobody may write for a verified one. */
    private static void protect(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(READ_ONLY));
        }
    }

    private static boolean isRegular(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
