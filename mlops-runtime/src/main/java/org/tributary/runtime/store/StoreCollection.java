package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tributary.runtime.store.Collected.Removed;
import org.tributary.runtime.store.StoreContents.Entry;
import org.tributary.runtime.store.VerifiedReader.Sealed;

/**
 * One collection of what is no longer needed.
 *
 * <p>All results are read before the first file goes: one that cannot be read ends the collection. Results go before their
 * objects. What is used after the beginning is marked as fresh and stays, whether it was seen or not.
 */
final class StoreCollection {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final StoreParts parts;
    private final References references;
    private final Retention retention;
    private final Instant cutoff;
    private final Instant start;
    private final UnusedFiles unused;
    private List<Result> results = List.of();
    private Removed removedResults = Removed.NONE;
    private Removed removedObjects = Removed.NONE;

    StoreCollection(StoreParts parts, References references, Retention retention) {
        this.parts = parts;
        this.references = references;
        this.retention = retention;
        this.start = parts.freshness().now();
        this.cutoff = start.minus(parts.freshness().grace());
        this.unused = new UnusedFiles(parts.files(), parts.writer(), parts.temps(), cutoff);
    }

    /**
     * A result that is there.
     *
     * @param objects the digests of what it needs; empty if that is unknown
     * @param isNewer whether a newer version wrote it, so that it stays in any case
     */
    private record Result(Entry entry, Optional<Set<String>> objects, boolean isNewer) {
        Set<String> digests() {
            return objects.orElseGet(Set::of);
        }

        long size() {
            return entry.facts().size();
        }

        Instant used() {
            return entry.facts().modified();
        }
    }

    Collected collect() throws IOException {
        StoreContents found = StoreWalk.contents(parts.files(), parts.layout());
        results = read(found.results());
        removeOld();
        long unknown =
                results.stream().filter(result -> result.objects().isEmpty()).count();
        if (unknown == 0) {
            removeByNeed(found.objects());
        }
        Removed pointers = removePointers(found.pointers());
        Removed damaged = removeDamaged(found.damaged());
        return new Collected(removedResults, removedObjects, pointers, damaged, bytesLeft(found), unknown);
    }

    private List<Result> read(List<Entry> entries) throws IOException {
        List<Result> known = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                known.add(read(entry));
            } catch (NoSuchFileException removedByAnother) {
                continue;
            }
        }
        return known;
    }

    private Result read(Entry entry) throws IOException {
        try {
            Optional<Sealed> sealed = parts.reader().sealed(entry.path(), StoreLayout.resultLabel(entry.name()));
            return sealed.map(known -> new Result(entry, objects(known.body()), false))
                    .orElseGet(() -> new Result(entry, Optional.empty(), true));
        } catch (DamageException missForEverybody) {
            return new Result(entry, Optional.of(Set.of()), false);
        }
    }

    private Optional<Set<String>> objects(byte[] body) {
        try {
            return Optional.of(
                    references.objects(body).stream().map(ObjectRef::digest).collect(Collectors.toSet()));
        } catch (IOException otherForm) {
            return Optional.empty();
        }
    }

    private void removeOld() throws IOException {
        if (retention.unusedFor().isEmpty()) {
            return;
        }
        Instant limit = start.minus(retention.unusedFor().get());
        List<Result> kept = new ArrayList<>();
        for (Result result : results) {
            boolean isOld = !result.isNewer() && result.used().isBefore(limit);
            if (!isOld || !remove(result)) {
                kept.add(result);
            }
        }
        results = kept;
    }

    private boolean remove(Result result) throws IOException {
        boolean isGone = unused.remove(result.entry().path());
        if (isGone) {
            removedResults = removedResults.plus(result.size());
        }
        return isGone;
    }

    private void removeByNeed(List<Entry> objects) throws IOException {
        Needs needs = new Needs(objects, unused::isUnused);
        results.forEach(result -> needs.add(result.digests()));
        if (retention.maxBytes().isPresent()) {
            shrink(needs, retention.maxBytes().get());
        }
        for (Entry object : needs.unneeded()) {
            if (unused.remove(object.path())) {
                removedObjects = removedObjects.plus(object.facts().size());
            }
        }
    }

    private void shrink(Needs needs, long maxBytes) throws IOException {
        long resultBytes = results.stream().mapToLong(Result::size).sum();
        long size = resultBytes + needs.bytes();
        for (Result oldest :
                results.stream().sorted(Comparator.comparing(Result::used)).toList()) {
            if (size <= maxBytes) {
                return;
            }
            if (remove(oldest)) {
                size -= oldest.size() + needs.release(oldest.digests());
            }
        }
    }

    private Removed removePointers(List<Entry> pointers) throws IOException {
        Removed removed = Removed.NONE;
        for (Entry pointer : pointers) {
            if (unused.isUnused(pointer.facts()) && isDangling(pointer) && unused.remove(pointer.path())) {
                removed = removed.plus(pointer.facts().size());
            }
        }
        return removed;
    }

    private boolean isDangling(Entry pointer) throws IOException {
        Optional<String> key = key(pointer);
        return key.isPresent()
                && parts.files().facts(parts.layout().result(key.get())).isEmpty();
    }

    /** The result that a pointer names, if it can be told. */
    private Optional<String> key(Entry pointer) throws IOException {
        try {
            return parts.reader()
                    .sealed(pointer.path(), StoreLayout.pointerLabel(pointer.name()))
                    .flatMap(found -> references.result(found.body()))
                    .filter(key -> KEY.matcher(key).matches());
        } catch (NoSuchFileException | DamageException noLongerWhole) {
            return Optional.empty();
        }
    }

    private Removed removeDamaged(List<Entry> entries) throws IOException {
        Removed removed = Removed.NONE;
        StoreSurvey survey = new StoreSurvey(parts.files(), parts.temps(), parts.layout());
        for (Entry entry : entries) {
            if (entry.facts().modified().isBefore(cutoff)) {
                survey.remove(entry.path());
                removed = removed.plus(entry.facts().isFile() ? entry.facts().size() : 0);
            }
        }
        return removed;
    }

    private long bytesLeft(StoreContents found) {
        return bytes(found.results()) - removedResults.bytes() + bytes(found.objects()) - removedObjects.bytes();
    }

    private static long bytes(List<Entry> entries) {
        return entries.stream()
                .map(Entry::facts)
                .filter(FileFacts::isFile)
                .mapToLong(FileFacts::size)
                .sum();
    }
}
