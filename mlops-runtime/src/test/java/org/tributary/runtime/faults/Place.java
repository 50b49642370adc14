package org.tributary.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tributary.runtime.engine.StoredForm;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.Finding;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.store.StoreCheck;

/** A folder with the cache and the work folder of one run or several. */
record Place(Path root) {
    Path cache() {
        return root.resolve("cache");
    }

    /** The kinds of files below the cache: {@code objects}, {@code results}, {@code latest}, {@code damaged}. */
    Path kind(String name) {
        return cache().resolve("v1").resolve(name);
    }

    /** The files of a kind, but temporary ones, with the digest of their content. */
    SortedMap<String, String> digests(String kind) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files(kind(kind))) {
            if (isTemp(file)) {
                continue;
            }
            String digest = ObjectRef.of(Files.readAllBytes(file)).digest();
            digests.put(kind(kind).relativize(file).toString(), digest);
        }
        return digests;
    }

    /** The keys that have a result under its final name. */
    Set<String> results() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(kind("results"))) {
            if (!isTemp(file)) {
                keys.add(file.getFileName().toString());
            }
        }
        return keys;
    }

    List<Path> temps() throws IOException {
        return files(cache()).stream().filter(Place::isTemp).toList();
    }

    private static boolean isTemp(Path file) {
        return file.getFileName().toString().startsWith("~");
    }

    /** What a look at every file of the cache finds wrong. */
    List<Finding> verify() throws IOException {
        StoreCheck check = DirectoryStore.open(cache(), warning -> {}).verify(StoredForm.references());
        return check.isSound() ? List.of() : check.findings();
    }

    /** The same without pointers, which are not forced to the disk: a power cut may leave them damaged. */
    List<Finding> verifyDurable() throws IOException {
        return verify().stream()
                .filter(found -> !found.path().startsWith(kind("latest")))
                .toList();
    }

    /** All regular files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** A copy with new files. */
    Place copyTo(Path target) throws IOException {
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(root)) {
            entries = walk.toList();
        }
        for (Path entry : entries) {
            Files.copy(entry, target.resolve(root.relativize(entry).toString()));
        }
        return new Place(target);
    }

    /** Removes a file, or a folder with all that is in it; nothing if it is gone. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(path)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
