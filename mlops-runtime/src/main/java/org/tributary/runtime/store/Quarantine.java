package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;

/** Moves damaged files out of the way, to {@code v1/damaged}, so that they are never looked at again. */
final class Quarantine {
    private final FileOperations files;
    private final StoreFolders folders;
    private final StoreLayout layout;
    private final Clock clock;

    Quarantine(FileOperations files, StoreFolders folders, StoreLayout layout, Clock clock) {
        this.files = files;
        this.folders = folders;
        this.layout = layout;
        this.clock = clock;
    }

    /** Moves {@code file}, whatever it is, and says where it is now; on a read-only disk it stays and is a miss each time. */
    Fate setAside(Path file) {
        return setAside(file, moved -> false);
    }

    /** The same, but what {@code isIntact} is moved back: another process has mended the file since it was found damaged. */
    Fate setAside(Path file, Predicate<Path> isIntact) {
        try {
            folders.ensure(layout.damaged());
            Path place = freePlace(layout.flatName(file));
            files.rename(file, place);
            return isIntact.test(place) ? moveBack(place, file) : keep(place);
        } catch (IOException failure) {
            return new Fate(false, "It could not be moved away (" + StoreMessages.reason(failure) + ")");
        }
    }

    /** What became of a file: whether it is out of the way, and where it is as a sentence without period. */
    record Fate(boolean isAway, String text) {
        /** Nobody touched it. */
        static Fate untouched() {
            return new Fate(false, "");
        }
    }

    /** Its time tells a collection how long it has been here; what keeps its old time goes earlier. */
    private Fate keep(Path place) {
        try {
            files.touch(place, clock.instant());
        } catch (IOException linkOrNotOurs) {
            return new Fate(true, "It was moved to " + place);
        }
        return new Fate(true, "It was moved to " + place);
    }

    private Fate moveBack(Path place, Path file) throws IOException {
        files.rename(place, file);
        return new Fate(true, "Another process has mended it since");
    }

    private Path freePlace(String name) throws IOException {
        Path place = layout.damaged().resolve(name);
        for (int number = 2; files.facts(place).isPresent(); number++) {
            place = layout.damaged().resolve(name + "." + number);
        }
        return place;
    }
}
