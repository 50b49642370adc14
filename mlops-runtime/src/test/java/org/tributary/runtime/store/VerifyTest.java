package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tributary.runtime.store.StoreSamples.bytes;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.runtime.store.Finding.Kind;

/** A look at the whole store notices each damage to each file, and mends it if asked to. */
final class VerifyTest {
    private static final References REFERENCES = new TestReferences();
    private static final byte[] ONE = content(1, 48);
    private static final byte[] TWO = content(2, 48);
    private static final byte[] LARGE_ONE = content(3, 70_000);
    private static final byte[] LARGE_TWO = content(4, 70_000);

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

    private void fill() throws IOException {
        store.putResult(key(1), TestReferences.body(put(ONE), put(LARGE_ONE)));
        store.putResult(key(2), TestReferences.body(put(TWO), put(LARGE_TWO)));
        store.putLatest("p/one", bytes(key(1)));
        store.putLatest("p/two", bytes(key(2)));
    }

    private ObjectRef put(byte[] content) throws IOException {
        return StoreSamples.put(store, content);
    }

    /** Each stored file with another of its kind and size. */
    private Map<Path, Path> filesAndTheirLikes() {
        Map<Path, Path> files = new LinkedHashMap<>();
        files.put(object(ONE), object(TWO));
        files.put(object(LARGE_ONE), object(LARGE_TWO));
        files.put(layout.result(key(1)), layout.result(key(2)));
        files.put(layout.pointer("p/one"), layout.pointer("p/two"));
        files.putAll(Map.of(
                object(TWO), object(ONE),
                object(LARGE_TWO), object(LARGE_ONE),
                layout.result(key(2)), layout.result(key(1)),
                layout.pointer("p/two"), layout.pointer("p/one")));
        return files;
    }

    private Path object(byte[] content) {
        return layout.object(ObjectRef.of(content));
    }

    @Test
    void verify_anyDamageToAnyFile_isNoticedAndMended(TestReporter reporter) throws IOException {
        int noticed = 0;
        for (var pair : filesAndTheirLikes().entrySet()) {
            fill();
            for (Damage damage : damages(pair.getKey())) {
                fill();
                damage.deed().apply(pair.getKey(), pair.getValue());
                noticed += assertNoticedAndMended(pair.getKey(), damage);
                store.clear();
            }
        }
        assertThat(noticed).isGreaterThan(500);
        reporter.publishEntry("verify", noticed + " of " + noticed + " damages noticed");
    }

    /** All of them; of a large file not each of its bits. */
    private static List<Damage> damages(Path file) throws IOException {
        int size = (int) Files.size(file);
        List<Damage> all = Damage.all(size);
        return size < 1000
                ? all
                : all.stream()
                        .filter(damage -> !damage.name().startsWith("flip")
                                || damage.name().hashCode() % 5000 == 0)
                        .toList();
    }

    private int assertNoticedAndMended(Path path, Damage damage) throws IOException {
        String about = damage.name() + " of " + path;
        StoreCheck check = store.verify(REFERENCES);
        assertThat(check.isSound()).as(about).isFalse();
        assertThat(paths(check, Kind.DAMAGED)).as(about).contains(path);

        StoreCheck mended = store.repair(REFERENCES);
        assertThat(mended.isSound()).as(about).isTrue();
        assertThat(mended.count(Kind.DAMAGED)).as(about).isEqualTo(check.count(Kind.DAMAGED));
        assertThat(store.verify(REFERENCES).isSound()).as(about).isTrue();
        return 1;
    }

    private static List<Path> paths(StoreCheck check, Kind kind) {
        return check.findings().stream()
                .filter(found -> found.kind() == kind)
                .map(Finding::path)
                .toList();
    }

    @Test
    void verify_intactStore_countsWhatItRead() throws IOException {
        fill();
        long bytes = 0;
        for (Path file : filesAndTheirLikes().keySet()) {
            bytes += Files.size(file);
        }

        assertThat(store.verify(REFERENCES)).isEqualTo(new StoreCheck(2, 4, 2, bytes, List.of()));
        assertThat(store.repair(REFERENCES).findings()).isEmpty();
    }

    @Test
    void verify_noStore_findsNothingAndMakesNothing() throws IOException {
        StoreCheck check =
                DirectoryStore.open(root.resolve("none"), warnings::add).verify(REFERENCES);

        assertThat(check).isEqualTo(new StoreCheck(0, 0, 0, 0, List.of()));
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void verify_missingObject_isTheResultsTrouble() throws IOException {
        fill();
        Files.delete(object(LARGE_ONE));

        Finding expected = new Finding(
                Kind.INCOMPLETE,
                layout.result(key(1)),
                "it needs the object " + ObjectRef.of(LARGE_ONE).digest() + ", which is missing",
                "",
                true);
        assertThat(store.verify(REFERENCES).findings()).containsExactly(expected);
        Finding mended = store.repair(REFERENCES).findings().get(0);
        assertThat(mended.fate())
                .isEqualTo("It was moved to " + layout.damaged().resolve(layout.flatName(layout.result(key(1)))));
        assertThat(store.result(key(1))).isEmpty();
        assertThat(store.result(key(2))).isPresent();
        assertThat(warnings).isEmpty();
    }

    @Test
    void repair_damagedObject_takesItsResultAlong() throws IOException {
        fill();
        Files.write(object(ONE), content(9, 48));

        StoreCheck check = store.repair(REFERENCES);

        assertThat(paths(check, Kind.DAMAGED)).containsExactly(object(ONE));
        assertThat(paths(check, Kind.INCOMPLETE)).containsExactly(layout.result(key(1)));
        fill();
        assertThat(store.verify(REFERENCES).findings()).isEmpty();
    }

    @Test
    void verify_filesOfOthers_areUnknownAndStay() throws IOException {
        fill();
        List<Path> strangers = List.of(
                root.resolve("thesis.txt"),
                root.resolve("v1/notes"),
                root.resolve("v1/latest/Notes.txt"),
                root.resolve("v1/objects/ab.txt"),
                layout.object(ObjectRef.of(ONE)).resolveSibling("short"),
                layout.result(key(1)).resolveSibling(key(2)));
        for (Path stranger : strangers) {
            Files.write(stranger, bytes("mine"));
        }

        StoreCheck check = store.repair(REFERENCES);

        assertThat(paths(check, Kind.UNKNOWN)).containsExactlyInAnyOrderElementsOf(strangers);
        assertThat(check.findings()).hasSameSizeAs(strangers);
        assertThat(check.isSound()).isTrue();
        assertThat(strangers).allSatisfy(stranger -> assertThat(stranger).hasContent("mine"));
    }

    @Test
    void verify_whatOtherVersionsWrote_isToldAndStays() throws IOException {
        fill();
        Path result = layout.result(key(1));
        Path pointer = layout.pointer("p/one");
        byte[] newer = new Seal(2, "another", 3, "abc").line();
        Files.write(result, newer);
        Files.write(pointer, newer);
        store.putResult(key(3), TestReferences.otherForm());
        Path layoutOfTomorrow = Files.createDirectory(root.resolve("v2"));

        StoreCheck check = store.repair(REFERENCES);

        assertThat(paths(check, Kind.OTHER_VERSION))
                .containsExactlyInAnyOrder(result, pointer, layout.result(key(3)), layoutOfTomorrow);
        assertThat(check.isSound()).isTrue();
        assertThat(result).hasBinaryContent(newer);
        assertThat(pointer).hasBinaryContent(newer);
        assertThat(store.result(key(3))).isPresent();
    }

    @Test
    void verify_temporaryFileOfALivingProcess_isPassedOver() throws IOException {
        fill();
        String name = TempOwner.current().fileName(99);
        Path temp = Files.write(object(ONE).resolveSibling(name), new byte[7]);

        assertThat(store.repair(REFERENCES).findings()).isEmpty();
        assertThat(temp).exists();
    }

    @Test
    void verify_fileInThePlaceOfAFolder_isDamageThatIsMended() throws IOException {
        fill();
        UnforcedChanges.deleteTree(layout.pointers());
        Files.write(layout.pointers(), bytes("x"));
        Path shard = StoreFolders.of(object(ONE));
        UnforcedChanges.deleteTree(shard);
        Files.createSymbolicLink(shard, Path.of("nowhere"));

        StoreCheck check = store.repair(REFERENCES);

        assertThat(paths(check, Kind.DAMAGED)).containsExactly(layout.pointers(), shard);
        assertThat(check.isSound()).isTrue();
        FaultyStore.nextProcess(root, warnings::add).putLatest("p/one", bytes(key(1)));
        assertThat(store.latest("p/one")).isPresent();
    }

    @Test
    void repair_readOnlyDisk_isNotSoundAndSaysWhy() throws IOException {
        fill();
        Files.write(object(ONE), content(9, 48));
        DirectoryStore readOnly = FaultyStore.failing(Fault.READ_ONLY_STICKY, 1).open(root, warnings::add);

        StoreCheck check = readOnly.repair(REFERENCES);

        assertThat(check.isSound()).isFalse();
        assertThat(check.findings())
                .containsExactly(new Finding(
                        Kind.DAMAGED,
                        object(ONE),
                        "its SHA-256 is " + Sha256.hex(content(9, 48)) + " instead of "
                                + ObjectRef.of(ONE).digest(),
                        "It could not be moved away (Read-only file system)",
                        true));
    }

    @Test
    void verify_brokenDisk_isOneErrorThatNamesTheFolder() throws IOException {
        fill();
        DirectoryStore broken = FaultyStore.failing(Fault.IO_ERROR_STICKY, 1).open(root, warnings::add);

        assertThatThrownBy(() -> broken.verify(REFERENCES))
                .isInstanceOf(IOException.class)
                .hasMessage("[STORE_CANNOT_READ] the cache cannot be looked through, Input/output error: " + root
                        + ". Nothing was removed; make the folder readable or check the disk.");
    }

    /** A fault is told as an error or as a file that cannot be read; never as damage, and nothing is lost by it. */
    @Test
    void repair_faultAnywhere_losesNothing() throws IOException {
        fill();
        int points = 0;
        for (Fault fault : List.of(Fault.IO_ERROR, Fault.READ_ONLY, Fault.IO_ERROR_STICKY)) {
            boolean struck = fault != Fault.READ_ONLY;
            for (int position = 1; struck; position++) {
                FaultyStore faulty = FaultyStore.failing(fault, position);
                repairOf(faulty, fault + " at " + position);
                struck = faulty.hasFired();
                points++;
            }
        }
        assertThat(points).isGreaterThan(60);
        assertThat(store.verify(REFERENCES)).isEqualTo(store.repair(REFERENCES));
        assertThat(store.verify(REFERENCES).results()).isEqualTo(2);
        assertThat(store.verify(REFERENCES).findings()).isEmpty();
    }

    private void repairOf(FaultyStore faulty, String point) {
        DirectoryStore store = faulty.open(root, warnings::add);
        try {
            StoreCheck check = store.repair(REFERENCES);
            assertThat(check.count(Kind.DAMAGED)).as(point).isZero();
            assertThat(check.count(Kind.INCOMPLETE)).as(point).isZero();
        } catch (IOException failure) {
            assertThat(failure).as(point).hasMessageStartingWith("[STORE_CANNOT_READ]");
        }
    }
}
