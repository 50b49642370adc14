package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names temporary files after their process and removes those of dead ones.
 *
 * <p>A temporary file lies in the folder of its target, so that the rename never leaves a file system.
 */
final class TempFiles {
    private static final String PREFIX = "~";
    private static final Duration FOREIGN_AGE = Duration.ofDays(1);

    private final Surroundings surroundings;
    private final AtomicLong next = new AtomicLong();

    TempFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A name that this object has not given before. */
    Path next(Path folder) {
        return folder.resolve(surroundings.owner().fileName(next.getAndIncrement()));
    }

    static boolean isTemp(Path file) {
        return file.getFileName().toString().startsWith(PREFIX);
    }

    /** Whether {@code file} is a temporary file that its writer may still need. */
    boolean isInUse(Path file) {
        return isTemp(file) && !isLeftover(file);
    }

    /**
     * Removes what dead writers left below {@code folders} and one level deeper. What cannot be listed or removed stays:
     * a left-over file wastes space and does no harm.
     */
    void sweep(List<Path> folders) {
        for (Path folder : folders) {
            for (Path entry : list(folder)) {
                if (isTemp(entry)) {
                    remove(entry);
                } else if (isShard(entry)) {
                    list(entry).stream().filter(TempFiles::isTemp).forEach(this::remove);
                }
            }
        }
    }

    // Files of other names would cost one failing call each to list.
    private static boolean isShard(Path entry) {
        return entry.getFileName().toString().length() == 2;
    }

    private List<Path> list(Path folder) {
        try {
            return surroundings.files().list(folder);
        } catch (IOException missingOrUnreadable) {
            return List.of();
        }
    }

    private void remove(Path temp) {
        if (isLeftover(temp)) {
            drop(temp);
        }
    }

    /** Removes a file that nobody needs, if that is possible. */
    void drop(Path file) {
        try {
            surroundings.files().delete(file);
        } catch (IOException goneOrReadOnly) {
            return;
        }
    }

    private boolean isLeftover(Path temp) {
        Optional<TempOwner> owner = TempOwner.ofName(temp.getFileName().toString());
        boolean local = owner.map(TempOwner::host)
                .filter(surroundings.owner().host()::equals)
                .isPresent();
        return local ? !surroundings.alive().test(owner.orElseThrow()) : isOld(temp);
    }

    private boolean isOld(Path temp) {
        Instant limit = surroundings.clock().instant().minus(FOREIGN_AGE);
        try {
            return surroundings
                    .files()
                    .facts(temp)
                    .filter(found -> found.modified().isBefore(limit))
                    .isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }
}
