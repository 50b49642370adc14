package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection and a run on one store: each at each moment of the other. */
final class CollectRaceTest {
    private static final References REFERENCES = new TestReferences();
    private static final Retention NOTHING =
            Retention.ofAll().withUnusedFor(Duration.ZERO).withMaxBytes(0);
    private static final byte[] SHARED = content(1, 3000);
    private static final byte[] OWN = content(2, 3000);

    @TempDir(factory = FastFolders.class)
    Path root;

    private final List<String> warnings = new ArrayList<>();
    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = FaultyStore.nextProcess(root, warnings::add);
    }

    /** A result that is two days old, and an object that no result needs. */
    private void fill() throws IOException {
        storeResult(store, 1);
        StoreSamples.put(store, OWN);
        Ages.setAll(root, Duration.ofDays(2));
    }

    private static void storeResult(DirectoryStore by, int number) throws IOException {
        ObjectRef shared = StoreSamples.put(by, SHARED);
        by.putResult(key(number), TestReferences.body(shared));
    }

    /** What a run does that computes a value which is there already: puts, and then the result. */
    private static void compute(DirectoryStore by) throws IOException {
        ObjectRef shared = StoreSamples.put(by, SHARED);
        ObjectRef own = StoreSamples.put(by, OWN);
        by.putResult(key(2), TestReferences.body(shared, own));
    }

    private void assertComputed(String point) throws IOException {
        assertThat(store.result(key(2))).as(point).isPresent();
        assertThat(StoreSamples.read(store, ObjectRef.of(SHARED))).as(point).isEqualTo(SHARED);
        assertThat(StoreSamples.read(store, ObjectRef.of(OWN))).as(point).isEqualTo(OWN);
        assertThat(store.verify(REFERENCES).findings()).as(point).isEmpty();
        assertThat(warnings).as(point).isEmpty();
        store.clear();
    }

    @Test
    void collect_atEachMomentOfAStoringRun_takesNothingOfIt() throws IOException {
        int points = 0;
        AtomicBoolean struck = new AtomicBoolean(true);
        while (struck.get()) {
            fill();
            struck.set(false);
            points++;
            compute(HookedOperations.beforeAny(points, root, warnings::add, () -> {
                struck.set(true);
                store.collect(NOTHING, REFERENCES);
            }));
            assertComputed("collection before operation " + points);
        }
        assertThat(points).isGreaterThan(20);
    }

    @Test
    void run_storingAtEachMomentOfACollection_losesNothing() throws IOException {
        int points = 0;
        AtomicBoolean struck = new AtomicBoolean(true);
        while (struck.get()) {
            fill();
            struck.set(false);
            points++;
            HookedOperations.beforeAny(points, root, warnings::add, () -> {
                        struck.set(true);
                        compute(store);
                    })
                    .collect(NOTHING, REFERENCES);
            if (!struck.get()) {
                compute(store);
            }
            assertComputed("run before operation " + points);
        }
        assertThat(points).isGreaterThan(20);
    }

    @Test
    void run_lookingUpAtEachMomentOfACollection_keepsWhatItFound() throws IOException {
        int points = 0;
        int found = 0;
        AtomicBoolean struck = new AtomicBoolean(true);
        while (struck.get()) {
            fill();
            struck.set(false);
            points++;
            List<StoredResult> hits = new ArrayList<>();
            HookedOperations.beforeAny(points, root, warnings::add, () -> {
                        struck.set(true);
                        store.result(key(1)).ifPresent(hits::add);
                    })
                    .collect(NOTHING, REFERENCES);
            found += hits.size();
            assertKept(hits, "look-up before operation " + points);
            store.clear();
        }
        assertThat(points).isGreaterThan(20);
        assertThat(found).isBetween(5, points - 5);
    }

    @Test
    void collect_atEachMomentOfALookUp_leavesAMissOrAllOfIt() throws IOException {
        int points = 0;
        AtomicBoolean struck = new AtomicBoolean(true);
        while (struck.get()) {
            fill();
            struck.set(false);
            points++;
            Optional<StoredResult> hit = HookedOperations.beforeAny(points, root, warnings::add, () -> {
                        struck.set(true);
                        store.collect(NOTHING, REFERENCES);
                    })
                    .result(key(1));
            assertKept(hit.stream().toList(), "collection before operation " + points);
            store.clear();
        }
        assertThat(points).isGreaterThan(3);
    }

    private void assertKept(List<StoredResult> hits, String point) throws IOException {
        assertThat(warnings).as(point).isEmpty();
        if (!hits.isEmpty()) {
            assertThat(store.result(key(1))).as(point).isPresent();
            assertThat(StoreSamples.read(store, ObjectRef.of(SHARED))).as(point).isEqualTo(SHARED);
        }
    }

    @Test
    void collect_atEachMomentOfAnother_removesTheSame() throws IOException {
        int points = 0;
        AtomicBoolean struck = new AtomicBoolean(true);
        while (struck.get()) {
            fill();
            struck.set(false);
            points++;
            HookedOperations.beforeAny(points, root, warnings::add, () -> {
                        struck.set(true);
                        store.collect(NOTHING, REFERENCES);
                    })
                    .collect(NOTHING, REFERENCES);
            assertThat(Ages.files(root))
                    .as("collection before operation " + points)
                    .isEmpty();
        }
        assertThat(points).isGreaterThan(20);
    }
}
