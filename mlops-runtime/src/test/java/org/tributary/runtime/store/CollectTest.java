package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tributary.runtime.store.StoreSamples.bytes;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tributary.runtime.store.Collected.Removed;

/** What a collection removes, and what it never does. */
final class CollectTest {
    private static final References REFERENCES = new TestReferences();
    private static final Duration OLD = Duration.ofDays(2);
    private static final int SIZE = 10_000;

    @TempDir(factory = FastFolders.class)
    Path root;

    private final List<String> warnings = new ArrayList<>();
    private StoreLayout layout;
    private DirectoryStore store;

    @BeforeEach
    void open() {
        layout = new StoreLayout(root);
        store = FaultyStore.nextProcess(root, warnings::add);
    }

    /** A result of some objects, which are told by their seeds, and its pointer. */
    private Path result(int number, int... seeds) throws IOException {
        ObjectRef[] refs = new ObjectRef[seeds.length];
        for (int i = 0; i < seeds.length; i++) {
            refs[i] = object(seeds[i]);
        }
        store.putResult(key(number), TestReferences.body(refs));
        store.putLatest("step-" + number, bytes(key(number)));
        return layout.result(key(number));
    }

    private ObjectRef object(int seed) throws IOException {
        return StoreSamples.put(store, content(seed, SIZE));
    }

    private static ObjectRef ref(int seed) {
        return ObjectRef.of(content(seed, SIZE));
    }

    private Collected collect(Retention retention) throws IOException {
        return store.collect(retention, REFERENCES);
    }

    private void assertHolds(int... seeds) {
        for (int seed : seeds) {
            assertThat(store.holds(ref(seed))).as("object " + seed).isTrue();
        }
    }

    private void assertGone(int... seeds) {
        for (int seed : seeds) {
            assertThat(store.holds(ref(seed))).as("object " + seed).isFalse();
        }
    }

    @Test
    void collect_withoutLimits_removesOnlyWhatNobodyNeeds() throws IOException {
        long left = Files.size(result(1, 1, 2)) + 2 * SIZE;
        object(3);
        object(4);
        store.setAside(ref(4), "of a test");
        result(5, 5);
        Files.delete(layout.result(key(5)));
        Ages.setAll(root, OLD);

        Collected collected = collect(Retention.ofAll());

        assertThat(collected.results()).isEqualTo(Removed.NONE);
        assertThat(collected.objects()).isEqualTo(new Removed(2, 2 * SIZE));
        assertThat(collected.pointers().count()).isEqualTo(1);
        assertThat(collected.damaged()).isEqualTo(new Removed(1, SIZE));
        assertThat(collected.bytesFreed())
                .isEqualTo(3 * SIZE + collected.pointers().bytes());
        assertThat(collected.bytesLeft()).isEqualTo(left);
        assertThat(store.stats()).isEqualTo(new StoreStats(2, 1, left));
        assertThat(store.latest("step-1")).isPresent();
        assertThat(store.latest("step-5")).isEmpty();
        assertThat(collect(Retention.ofAll()).bytesFreed()).isZero();
    }

    @Test
    void collect_whatIsFresh_stays() throws IOException {
        object(1);
        object(2);
        store.setAside(ref(2), "of a test");
        result(3, 3);
        Files.delete(layout.result(key(3)));
        result(4, 4);

        Collected collected =
                collect(Retention.ofAll().withUnusedFor(Duration.ZERO).withMaxBytes(0));

        assertThat(collected.bytesFreed()).isZero();
        assertThat(collected.bytesLeft()).isGreaterThan(3 * SIZE);
        assertHolds(1, 3, 4);
        assertThat(layout.damaged()).isNotEmptyDirectory();
    }

    @Test
    void collect_whatWasSetAsideToday_staysThoughItsContentIsOld() throws IOException {
        object(1);
        Ages.setAll(root, OLD);
        store.setAside(ref(1), "of a test");

        assertThat(collect(Retention.ofAll()).damaged()).isEqualTo(Removed.NONE);
        Ages.setAll(root, OLD);
        assertThat(collect(Retention.ofAll()).damaged()).isEqualTo(new Removed(1, SIZE));
    }

    @Test
    void collect_unusedResults_goWithTheObjectsThatNoOtherNeeds() throws IOException {
        Path old = result(1, 1, 2);
        Path used = result(2, 2, 3);
        Ages.setAll(root, Duration.ofDays(20));
        Ages.set(old, Duration.ofDays(31));
        Ages.set(used, Duration.ofDays(29));

        Collected collected = collect(Retention.ofAll().withUnusedFor(Duration.ofDays(30)));

        assertThat(collected.results().count()).isEqualTo(1);
        assertThat(collected.objects()).isEqualTo(new Removed(1, SIZE));
        assertThat(old).doesNotExist();
        assertThat(used).exists();
        assertGone(1);
        assertHolds(2, 3);
    }

    @Test
    void collect_aResultThatWasLookedUp_stays() throws IOException {
        result(1, 1);
        result(2, 2);
        Ages.setAll(root, OLD);
        assertThat(store.result(key(2))).isPresent();

        Collected collected = collect(Retention.ofAll().withUnusedFor(Duration.ofDays(1)));

        assertThat(collected.results().count()).isEqualTo(1);
        assertThat(store.result(key(1))).isEmpty();
        assertHolds(2);
        assertThat(store.latest("step-1")).as("names a result that is gone").isEmpty();
    }

    @Test
    void collect_size_removesTheOldestFirstUntilItFits() throws IOException {
        for (int number = 1; number <= 6; number++) {
            result(number, number, 99);
        }
        Ages.setAll(root, OLD);
        for (int number = 1; number <= 6; number++) {
            // 4 and 2 are the oldest
            Ages.set(layout.result(key(number)), Duration.ofDays(number % 2 == 0 ? 100 + number : 50 - number));
        }
        long fourResults = 4 * Files.size(layout.result(key(1))) + 5 * SIZE;

        Collected collected = collect(Retention.ofAll().withMaxBytes(fourResults));

        assertThat(collected.bytesLeft())
                .isEqualTo(fourResults)
                .isEqualTo(store.stats().bytes());
        assertThat(collected.results().count()).isEqualTo(2);
        assertGone(4, 6);
        assertHolds(1, 2, 3, 5, 99);
        assertThat(collect(Retention.ofAll().withMaxBytes(fourResults - 1))
                        .results()
                        .count())
                .isEqualTo(1);
        assertGone(2);
        assertThat(collect(Retention.ofAll().withMaxBytes(0)).bytesLeft()).isZero();
    }

    @Test
    void collect_besideAResultOfANewerVersion_removesNoObject() throws IOException {
        Path newer = result(1, 1);
        byte[] line = new Seal(2, "another", 3, "abc").line();
        Files.write(newer, line);
        result(2, 2);
        Ages.setAll(root, OLD);

        Collected collected =
                collect(Retention.ofAll().withUnusedFor(Duration.ofDays(1)).withMaxBytes(0));

        assertThat(collected.unknownForms()).isEqualTo(1);
        assertThat(collected.results().count()).isEqualTo(1);
        assertThat(collected.objects()).isEqualTo(Removed.NONE);
        assertThat(newer).hasBinaryContent(line);
        assertHolds(1, 2);
    }

    @Test
    void collect_besideAResultOfAnotherForm_removesNoObjectUntilItIsOldItself() throws IOException {
        store.putResult(key(1), TestReferences.otherForm());
        object(1);
        Ages.setAll(root, OLD);

        assertThat(collect(Retention.ofAll().withMaxBytes(0)).unknownForms()).isEqualTo(1);
        assertHolds(1);
        assertThat(collect(Retention.ofAll().withUnusedFor(Duration.ofDays(1))).unknownForms())
                .isZero();
        assertGone(1);
    }

    @Test
    void collect_filesOfOthersAndTemporaryOnes_stay() throws IOException {
        result(1, 1);
        List<Path> strangers = List.of(
                root.resolve("thesis.txt"),
                root.resolve("v1/notes"),
                layout.object(ref(1)).resolveSibling("short"),
                layout.object(ref(1)).resolveSibling(TempOwner.current().fileName(77)));
        for (Path stranger : strangers) {
            Files.write(stranger, bytes("mine"));
        }
        Path link = layout.object(ref(2));
        Files.createDirectories(StoreFolders.of(link));
        Files.createSymbolicLink(link, root.resolve("thesis.txt"));
        Ages.setAll(root, OLD);

        collect(Retention.ofAll().withUnusedFor(Duration.ZERO).withMaxBytes(0));

        assertGone(1);
        assertThat(strangers).allSatisfy(stranger -> assertThat(stranger).hasContent("mine"));
        assertThat(link).isSymbolicLink();
    }

    @Test
    void collect_damagedResult_needsNothing() throws IOException {
        Path damaged = result(1, 1);
        Files.write(damaged, bytes("damage"));
        Ages.setAll(root, OLD);

        assertThat(collect(Retention.ofAll()).objects().count()).isEqualTo(1);
        assertThat(damaged).as("for the next run to set aside").hasContent("damage");
    }

    @Test
    void collect_noStore_removesAndMakesNothing() throws IOException {
        Collected none = DirectoryStore.open(root.resolve("none"), warnings::add)
                .collect(Retention.ofAll().withMaxBytes(0), REFERENCES);

        assertThat(none.bytesFreed()).isZero();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void put_ofAnObjectThatIsThere_makesItFresh() throws IOException {
        object(1);
        Ages.setAll(root, OLD);
        object(1);

        assertThat(collect(Retention.ofAll()).objects()).isEqualTo(Removed.NONE);
        assertHolds(1);
    }

    @Test
    void put_ofAnObjectWhoseTimeCannotBeSet_writesItAnew() throws IOException {
        object(1);
        Ages.setAll(root, OLD);
        DirectoryStore notOwner = HookedOperations.before("touch", 1, root, warnings::add, () -> {
            throw new IOException("Operation not permitted");
        });
        StoreSamples.put(notOwner, content(1, SIZE));

        assertThat(collect(Retention.ofAll()).objects()).isEqualTo(Removed.NONE);
        assertThat(StoreSamples.read(store, ref(1))).isEqualTo(content(1, SIZE));
    }

    @Test
    void result_onAReadOnlyDisk_isFoundThoughItCannotBeMarked() throws IOException {
        result(1, 1);
        Ages.setAll(root, OLD);
        DirectoryStore readOnly = FaultyStore.failing(Fault.READ_ONLY_STICKY, 1).open(root, warnings::add);

        assertThat(readOnly.result(key(1))).isPresent();
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_thatIsCollectedWhileItIsRead_isAMiss() throws IOException {
        result(1, 1);
        Ages.setAll(root, OLD);
        DirectoryStore reading = HookedOperations.before(
                "touch", 1, root, warnings::add, () -> collect(Retention.ofAll().withMaxBytes(0)));

        assertThat(reading.result(key(1))).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_thatWasUsedMinutesAgo_isNotMarkedAgain() throws IOException {
        Path path = result(1, 1);
        Ages.set(path, Duration.ofMinutes(9));
        var before = Files.getLastModifiedTime(path);
        store.result(key(1));
        assertThat(Files.getLastModifiedTime(path)).isEqualTo(before);

        Ages.set(path, Duration.ofMinutes(11));
        store.result(key(1));
        assertThat(Files.getLastModifiedTime(path)).isGreaterThan(before);
    }

    @Test
    void collect_readOnlyDisk_isOneErrorAndRemovesNothing() throws IOException {
        result(1, 1);
        object(2);
        Ages.setAll(root, OLD);
        DirectoryStore readOnly = FaultyStore.failing(Fault.READ_ONLY_STICKY, 1).open(root, warnings::add);

        assertThatThrownBy(() -> readOnly.collect(Retention.ofAll(), REFERENCES))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("[STORE_CANNOT_COLLECT] the cache cannot be tidied, Read-only file system: "
                        + StoreFolders.of(layout.object(ref(2))))
                .hasMessageEndingWith(
                        ". No object that a result needs was removed; make the folder writable or check the disk.");
        assertHolds(1, 2);
        assertThat(warnings).isEmpty();
    }

    /** Whatever the disk does and wherever the process dies, what results need is there afterwards. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void collect_faultAnywhere_losesNothingThatIsNeeded(Fault fault) throws IOException {
        int points = 0;
        for (boolean struck = true; struck; points++) {
            result(1, 1, 2);
            result(2, 2, 3);
            object(4);
            Ages.setAll(root, OLD);
            Ages.set(layout.result(key(1)), Duration.ofDays(50));
            FaultyStore faulty = FaultyStore.failing(fault, points + 1);
            collect(faulty);
            struck = faulty.hasFired();
            assertConsistent(fault + " at " + (points + 1));
            store.clear();
        }
        assertThat(points).isGreaterThan(5);
    }

    private void collect(FaultyStore faulty) {
        try {
            faulty.open(root, warnings::add).collect(Retention.ofAll().withUnusedFor(Duration.ofDays(30)), REFERENCES);
        } catch (ProcessKilled killed) {
            assertThat(faulty.hasFired()).isTrue();
        } catch (IOException failure) {
            assertThat(failure).hasMessageStartingWith("[STORE_CANNOT_COLLECT] ");
        }
    }

    /** Each result that is there has its objects; a result that was to be kept is there. */
    private void assertConsistent(String point) throws IOException {
        DirectoryStore next = FaultyStore.nextProcess(root, warnings::add);
        assertThat(next.result(key(2))).as(point).isPresent();
        assertThat(next.verify(REFERENCES).findings()).as(point).isEmpty();
        Optional<StoredResult> old = next.result(key(1));
        assertThat(old.isEmpty() || next.holds(ref(1))).as(point).isTrue();
        assertThat(next.holds(ref(2)) && next.holds(ref(3))).as(point).isTrue();
    }
}
