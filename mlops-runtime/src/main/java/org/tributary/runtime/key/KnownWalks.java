package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints that earlier processes found with the same class path, kept in a file: where that consists of jars alone, looking at
 * the jars is enough. Safe for use by several threads; of several processes, the last one to save wins.
 */
final class KnownWalks {

    private final @Nullable Path file;
    private final OwnCode own;
    private final Clock clock;
    private final Map<List<String>, CodeFingerprint> walks = new ConcurrentHashMap<>();
    private @Nullable Optional<ClassPathState> state;
    private volatile boolean changed;

    /** Knows what a file says of the class path of this process; without a file, nothing. */
    KnownWalks(@Nullable Path file, OwnCode own, Clock clock) {
        this.file = file;
        this.own = own;
        this.clock = clock;
    }

    /** The fingerprint of classes that the system class loader has loaded, if it was found before. */
    Optional<CodeFingerprint> find(List<Class<?>> roots) {
        return isOfSystem(roots) && state().isPresent()
                ? Optional.ofNullable(walks.get(names(roots)))
                : Optional.empty();
    }

    /**
     * Keeps a fingerprint, if all that it covers was found in the jars of the class path.
     *
     * @param places the files that the classes came from
     */
    void add(List<Class<?>> roots, CodeFingerprint fingerprint, Collection<Path> places) {
        if (isOfSystem(roots) && state().isPresent() && state().get().jars().containsAll(places)) {
            walks.put(names(roots), fingerprint);
            changed = true;
        }
    }

    /**
     * Saves what is known, if there is anything new.
     *
     * @throws IOException if it cannot be saved
     */
    void save() throws IOException {
        if (changed && file != null && state().isPresent() && state().get().isClosed()) {
            changed = false;
            KnownWalksFile.write(file, state().get().digest(), Map.copyOf(walks));
        }
    }

    private synchronized Optional<ClassPathState> state() {
        Optional<ClassPathState> known = state;
        if (known == null) {
            known = file == null ? Optional.empty() : look(file);
            state = known;
        }
        return known;
    }

    private Optional<ClassPathState> look(Path kept) {
        Optional<ClassPathState> found = ClassPathState.ofThisProcess(own, clock);
        found.ifPresent(known -> walks.putAll(KnownWalksFile.read(kept, known.digest())));
        return found;
    }

    private static boolean isOfSystem(List<Class<?>> roots) {
        return roots.stream()
                .allMatch(root -> !root.isHidden()
                        && !root.isArray()
                        && (root.getClassLoader() == null
                                || root.getClassLoader() == ClassLoader.getSystemClassLoader()));
    }

    private static List<String> names(List<Class<?>> roots) {
        return roots.stream().<String>map(Class::getName).toList();
    }
}
