package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each damage to each kind of file is noticed, set aside and mended by the next put. */
final class DamageTest {
    private static final int SIZE = 48;
    private static final byte[] CONTENT = content(1, SIZE);
    private static final byte[] OTHER = content(2, SIZE);
    private static final ObjectRef REF = ObjectRef.of(CONTENT);

    @TempDir(factory = FastFolders.class)
    Path root;

    private final List<String> warnings = new ArrayList<>();
    private StoreLayout layout;
    private DirectoryStore store;

    @BeforeEach
    void open() {
        layout = new StoreLayout(root);
        store = quickStore(Integer.MAX_VALUE);
    }

    private DirectoryStore quickStore(int memoryLimit) {
        var operations = new FaultyFileOperations(Fault.IO_ERROR, Integer.MAX_VALUE);
        Surroundings real = Surroundings.real();
        return DirectoryStore.open(root, real.with(operations, real.owner()), memoryLimit, warnings::add);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void object_anyDamage_isNoticedAndMended(int memoryLimit) throws IOException {
        store = quickStore(memoryLimit);
        Path path = layout.object(REF);
        List<Damage> damages = Damage.all(SIZE);
        for (Damage damage : damages) {
            StoreSamples.put(store, OTHER);
            StoreSamples.put(store, CONTENT);
            damage.deed().apply(path, layout.object(ObjectRef.of(OTHER)));

            assertThatThrownBy(() -> store.read(REF))
                    .as(damage.name())
                    .isInstanceOf(DamagedObjectException.class)
                    .hasMessageStartingWith("[STORE_DAMAGED] a stored file is damaged, it")
                    .hasMessageContaining(path + ". It was moved to " + layout.damaged());
            assertGone(path, damage);
            StoreSamples.put(store, CONTENT);
            assertThat(StoreSamples.read(store, REF)).as(damage.name()).isEqualTo(CONTENT);
            store.clear();
        }
        assertThat(damages).hasSizeGreaterThan(60);
        System.out.println("damages to an object: " + damages.size() + " of " + damages.size() + " noticed");
    }

    @Test
    void result_anyDamage_isNoticedAndMended() throws IOException {
        Path path = layout.result(key(1));
        store.putResult(key(1), CONTENT);
        List<Damage> damages = Damage.all((int) Files.size(path));
        for (Damage damage : damages) {
            store.putResult(key(2), OTHER);
            store.putResult(key(1), CONTENT);
            damage.deed().apply(path, layout.result(key(2)));

            assertThat(store.result(key(1))).as(damage.name()).isEmpty();
            assertThat(warnings).as(damage.name()).hasSize(1);
            assertThat(warnings.get(0)).startsWith("[STORE_DAMAGED]").contains(path + ". It was moved to ");
            assertGone(path, damage);
            store.putResult(key(1), CONTENT);
            assertThat(store.result(key(1)).orElseThrow().body())
                    .as(damage.name())
                    .isEqualTo(CONTENT);
            store.clear();
            warnings.clear();
        }
        assertThat(damages).hasSizeGreaterThan(200);
        System.out.println("damages to a result: " + damages.size() + " of " + damages.size() + " noticed");
    }

    @Test
    void pointer_anyDamage_isNoticedAndMended() throws IOException {
        Path path = layout.pointer("train");
        store.putLatest("train", CONTENT);
        List<Damage> damages = Damage.all((int) Files.size(path));
        for (Damage damage : damages) {
            store.putLatest("split", OTHER);
            store.putLatest("train", CONTENT);
            damage.deed().apply(path, layout.pointer("split"));

            assertThat(store.latest("train")).as(damage.name()).isEmpty();
            assertGone(path, damage);
            store.putLatest("train", CONTENT);
            assertThat(store.latest("train").orElseThrow()).as(damage.name()).isEqualTo(CONTENT);
            store.clear();
        }
        assertThat(damages).hasSizeGreaterThan(150);
    }

    private static void assertGone(Path path, Damage damage) {
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .as(damage.name())
                .isFalse();
    }

    @Test
    void holds_wrongShape_isFalse() throws IOException {
        StoreSamples.put(store, CONTENT);
        Path path = layout.object(REF);
        for (Damage damage : Damage.all(SIZE)) {
            if (damage.name().startsWith("flip")
                    || damage.name().startsWith("zeros")
                    || damage.name().equals("swap")) {
                continue;
            }
            UnforcedChanges.deleteTree(path);
            Files.write(path, CONTENT);
            damage.deed().apply(path, path);

            assertThat(store.holds(REF)).as(damage.name()).isFalse();
        }
    }

    @Test
    void put_overWrongShape_mendsAndWarns() throws IOException {
        Path path = layout.object(REF);
        StoreSamples.put(store, CONTENT);
        Files.delete(path);
        Files.createDirectory(path);
        Files.write(path.resolve("inside"), OTHER);

        StoreSamples.put(store, CONTENT);

        assertThat(StoreSamples.read(store, REF)).isEqualTo(CONTENT);
        Path moved = layout.damaged().resolve("objects-" + REF.digest().substring(0, 2) + "-" + path.getFileName());
        assertThat(moved.resolve("inside")).hasBinaryContent(OTHER);
        assertThat(warnings)
                .containsExactly("[STORE_DAMAGED] a stored file is damaged, it is no file of 48 bytes: " + path
                        + ". It was moved to " + moved + "; what it held is computed again.");
    }

    @Test
    void setAside_sameFileTwice_keepsBoth() throws IOException {
        for (int round = 0; round < 3; round++) {
            StoreSamples.put(store, CONTENT);
            store.setAside(REF, "its codec cannot read it");
        }

        assertThat(layout.damaged()).isDirectoryContaining("glob:**.2").isDirectoryContaining("glob:**.3");
        assertThat(warnings).hasSize(3).allMatch(warning -> warning.contains("damaged, its codec cannot read it: "));
    }

    @Test
    void setAsideResult_makesItAMiss() throws IOException {
        store.putResult(key(1), CONTENT);
        store.setAsideResult(key(1), "an object of it is missing");

        assertThat(store.result(key(1))).isEmpty();
        assertThat(warnings).hasSize(1);
    }

    @Test
    void stream_fileChangedAfterTheFirstPass_givesNoChangedByte() throws IOException {
        store = quickStore(1000);
        byte[] large = content(3, 3 * 1024 * 1024 + 17);
        ObjectRef ref = StoreSamples.put(store, large);
        int changed = 2 * 1024 * 1024 + 5;

        try (InputStream in = store.read(ref)) {
            try (var file = new RandomAccessFile(layout.object(ref).toFile(), "rw")) {
                file.seek(changed);
                file.write(large[changed] ^ 1);
            }
            assertThat(in.readNBytes(2 * 1024 * 1024)).isEqualTo(Arrays.copyOf(large, 2 * 1024 * 1024));
            assertThatThrownBy(in::read).isInstanceOf(DamagedObjectException.class);
        }
        assertThat(store.holds(ref)).isFalse();
    }

    @Test
    void result_ofANewerFormat_isAMissAndStays() throws IOException {
        store.putResult(key(1), CONTENT);
        Path path = layout.result(key(1));
        byte[] newer = new Seal(2, "another form", 3, "abc").line();
        Files.write(path, newer);

        assertThat(store.result(key(1))).isEmpty();
        store.putResult(key(1), OTHER);

        assertThat(path).hasBinaryContent(newer);
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_ofAFormatThatNeverWas_isDamage() throws IOException {
        store.putResult(key(1), CONTENT);
        Files.write(layout.result(key(1)), new Seal(0, "result-" + key(1), 3, key(1)).line());

        assertThat(store.result(key(1))).isEmpty();
        assertThat(warnings).hasSize(1);
    }
}
