package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tributary.runtime.store.Finding.Kind;
import org.tributary.runtime.store.Quarantine.Fate;
import org.tributary.runtime.store.StoreContents.Entry;
import org.tributary.runtime.store.VerifiedReader.Sealed;

/**
 * Reads every file of a store, verified, and notes what is wrong.
 *
 * <p>Objects come first, so that a result is looked at after what it needs was set aside.
 */
final class StoreInspection {
    private final StoreParts parts;
    private final References references;
    private final Remedy remedy;
    private final List<Finding> findings = new ArrayList<>();
    private long objects;
    private long results;
    private long pointers;
    private long bytes;

    StoreInspection(StoreParts parts, References references, Remedy remedy) {
        this.parts = parts;
        this.references = references;
        this.remedy = remedy;
    }

    /** What is done about a file that is damaged or incomplete, unless it was mended meanwhile. */
    @FunctionalInterface
    interface Remedy {
        Fate apply(Path file, Predicate<Path> isIntact);
    }

    StoreCheck inspect() throws IOException {
        StoreContents found = StoreWalk.contents(parts.files(), parts.layout());
        found.misplaced().forEach(path -> trouble(Kind.DAMAGED, path, "it is no folder", moved -> false));
        for (Entry object : found.objects()) {
            objects += look(object, this::object);
        }
        for (Entry result : found.results()) {
            results += look(result, this::result);
        }
        for (Entry pointer : found.pointers()) {
            pointers += look(pointer, this::pointer);
        }
        found.newer().forEach(path -> note(Kind.OTHER_VERSION, path, "it is of a newer layout"));
        found.strangers().forEach(path -> note(Kind.UNKNOWN, path, "it is no file of the cache"));
        findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::path));
        return new StoreCheck(results, objects, pointers, bytes, List.copyOf(findings));
    }

    /** Looks at one entry; gives how many there were: none if somebody removed it. */
    private int look(Entry entry, Look look) throws IOException {
        try {
            lookTwice(entry, look);
        } catch (NoSuchFileException removedByAnother) {
            return 0;
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (DamageException damage) {
            trouble(Kind.DAMAGED, entry.path(), damage.what(), moved -> isIntact(entry, moved, look));
        } catch (IOException failure) {
            unreadable(entry.path(), failure);
        }
        bytes += entry.facts().isFile() ? entry.facts().size() : 0;
        return 1;
    }

    private static void lookTwice(Entry entry, Look look) throws IOException {
        try {
            look.at(entry.path(), entry);
        } catch (DamageException maybeMendedSince) {
            look.at(entry.path(), entry);
        }
    }

    private static boolean isIntact(Entry entry, Path moved, Look look) {
        try {
            look.at(moved, entry);
            return true;
        } catch (IOException damagedOrUnreadable) {
            return false;
        }
    }

    private void object(Path path, Entry entry) throws IOException {
        parts.reader().requireContent(path, entry.name());
    }

    private void result(Path path, Entry entry) throws IOException {
        Optional<Sealed> sealed = parts.reader().sealed(path, StoreLayout.resultLabel(entry.name()));
        if (sealed.isPresent()) {
            complete(entry, sealed.get().body());
        } else {
            newer(entry.path());
        }
    }

    private void complete(Entry entry, byte[] body) throws IOException {
        Optional<List<ObjectRef>> needed = needed(body);
        if (needed.isEmpty()) {
            note(Kind.OTHER_VERSION, entry.path(), "its form is not known to this version");
            return;
        }
        Optional<ObjectRef> missing = missing(needed.get());
        if (missing.isPresent()) {
            incomplete(entry, missing.get());
        }
    }

    private Optional<List<ObjectRef>> needed(byte[] body) {
        try {
            return Optional.of(references.objects(body));
        } catch (IOException otherForm) {
            return Optional.empty();
        }
    }

    private Optional<ObjectRef> missing(List<ObjectRef> needed) throws IOException {
        for (ObjectRef ref : needed) {
            if (!isThere(ref)) {
                return Optional.of(ref);
            }
        }
        return Optional.empty();
    }

    private boolean isThere(ObjectRef ref) throws IOException {
        return parts.files()
                .facts(parts.layout().object(ref))
                .filter(found -> found.isFile() && found.size() == ref.size())
                .isPresent();
    }

    // Whoever removes an object on purpose removes its results first.
    private void incomplete(Entry entry, ObjectRef missing) throws IOException {
        if (parts.files().facts(entry.path()).isPresent()) {
            String why = "it needs the object " + missing.digest() + ", which is missing";
            trouble(Kind.INCOMPLETE, entry.path(), why, moved -> isComplete(entry, moved));
        }
    }

    private boolean isComplete(Entry entry, Path moved) {
        try {
            Optional<Sealed> sealed = parts.reader().sealed(moved, StoreLayout.resultLabel(entry.name()));
            return sealed.isEmpty()
                    || missing(references.objects(sealed.get().body())).isEmpty();
        } catch (IOException damagedOrUnreadable) {
            return false;
        }
    }

    private void pointer(Path path, Entry entry) throws IOException {
        if (parts.reader().sealed(path, StoreLayout.pointerLabel(entry.name())).isEmpty()) {
            newer(entry.path());
        }
    }

    private void newer(Path path) {
        note(Kind.OTHER_VERSION, path, "a newer version wrote it");
    }

    private void unreadable(Path path, IOException failure) {
        findings.add(new Finding(Kind.UNREADABLE, path, StoreMessages.reason(failure), "", true));
    }

    private void trouble(Kind kind, Path path, String why, Predicate<Path> isIntact) {
        Fate fate = remedy.apply(path, isIntact);
        findings.add(new Finding(kind, path, why, fate.text(), !fate.isAway()));
    }

    private void note(Kind kind, Path path, String why) {
        findings.add(new Finding(kind, path, why, "", false));
    }

    @FunctionalInterface
    private interface Look {
        void at(Path path, Entry entry) throws IOException;
    }
}
