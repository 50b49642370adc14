package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another process replaces at the worst moment: between two operations on them. */
final class ReplacedWhileReadTest {
    private static final byte[] CONTENT = content(1, 3_000);
    private static final ObjectRef REF = ObjectRef.of(CONTENT);

    @TempDir(factory = FastFolders.class)
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private StoreLayout layout;
    private DirectoryStore other;

    @BeforeEach
    void open() {
        layout = new StoreLayout(folder);
        other = DirectoryStore.open(folder, warning -> {});
    }

    private DirectoryStore hooked(String operation, int number, HookedOperations.Deed deed) {
        return HookedOperations.before(operation, number, folder, warnings::add, deed);
    }

    @Test
    void result_replacedByALongerOneBeforeItIsOpened_isReadWhole() throws IOException {
        assertThat(readWhileReplaced(new byte[10], new byte[11])).isEqualTo(new byte[11]);
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_replacedByAShorterOneBeforeItIsOpened_isReadWhole() throws IOException {
        assertThat(readWhileReplaced(new byte[2000], new byte[5])).isEqualTo(new byte[5]);
        assertThat(warnings).isEmpty();
    }

    private byte[] readWhileReplaced(byte[] first, byte[] second) throws IOException {
        other.putResult(key(1), first);
        DirectoryStore store = hooked("open", 1, () -> other.putResult(key(1), second));
        return store.result(key(1)).orElseThrow().body();
    }

    @Test
    void object_mendedAfterItWasFoundDamaged_isReadWhole() throws IOException {
        damageObject();

        DirectoryStore store = hooked("open", 2, this::mendObject);

        assertThat(StoreSamples.read(store, REF)).isEqualTo(CONTENT);
        assertThat(warnings).isEmpty();
    }

    @Test
    void object_mendedRightBeforeItIsSetAside_stays() throws IOException {
        damageObject();

        DirectoryStore store = hooked("rename", 1, this::mendObject);

        assertThat(catchMiss(store))
                .isEqualTo("[STORE_DAMAGED] a stored file is damaged, its SHA-256 is "
                        + ObjectRef.of(content(9, CONTENT.length)).digest() + " instead of " + REF.digest() + ": "
                        + layout.object(REF)
                        + ". Another process has mended it since; what it held is computed again.");
        assertThat(StoreSamples.read(other, REF)).isEqualTo(CONTENT);
    }

    private static String catchMiss(DirectoryStore store) throws IOException {
        try (var in = store.read(REF)) {
            return "read " + in.readAllBytes().length + " bytes";
        } catch (DamagedObjectException miss) {
            return String.valueOf(miss.getMessage());
        }
    }

    private void damageObject() throws IOException {
        StoreSamples.put(other, CONTENT);
        Files.write(layout.object(REF), content(9, CONTENT.length));
    }

    /** What a process does that meets the damage first. */
    private void mendObject() throws IOException {
        catchMiss(other);
        StoreSamples.put(other, CONTENT);
    }

    @Test
    void put_overAWrongShapeThatAnotherMended_setsNothingGoodAside() throws IOException {
        Files.createDirectories(layout.object(REF));

        DirectoryStore store = hooked("rename", 1, this::mendObject);
        StoreSamples.put(store, CONTENT);

        assertThat(StoreSamples.read(other, REF)).isEqualTo(CONTENT);
        assertNoFileSetAside();
    }

    @Test
    void result_mendedAfterItWasFoundDamaged_isReadWhole() throws IOException {
        damageResult();

        DirectoryStore store = hooked("open", 2, this::mendResult);

        assertThat(store.result(key(1)).map(StoredResult::body)).contains(CONTENT);
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_mendedRightBeforeItIsSetAside_stays() throws IOException {
        damageResult();

        DirectoryStore store = hooked("rename", 1, this::mendResult);

        assertThat(store.result(key(1))).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .endsWith(layout.result(key(1))
                        + ". Another process has mended it since; what it held is computed again.");
        assertThat(other.result(key(1)).map(StoredResult::body)).contains(CONTENT);
    }

    @Test
    void putResult_overAWrongShapeThatAnotherMended_setsNothingGoodAside() throws IOException {
        Files.createDirectories(layout.result(key(1)));

        DirectoryStore store = hooked("rename", 1, this::mendResult);
        store.putResult(key(1), CONTENT);

        assertThat(other.result(key(1)).map(StoredResult::body)).contains(CONTENT);
        assertNoFileSetAside();
    }

    private void assertNoFileSetAside() throws IOException {
        try (Stream<Path> damaged = Files.list(layout.damaged())) {
            assertThat(damaged.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void damageResult() throws IOException {
        other.putResult(key(1), CONTENT);
        Files.write(layout.result(key(1)), content(9, 100));
    }

    private void mendResult() throws IOException {
        Optional<StoredResult> damaged = other.result(key(1));
        assertThat(damaged).isEmpty();
        other.putResult(key(1), CONTENT);
    }

    /** A value that no codec can read has the right digest: it goes although the file is as it was written. */
    @Test
    void setAside_anIntactFile_movesItAway() throws IOException {
        StoreSamples.put(other, CONTENT);
        other.putResult(key(1), CONTENT);

        other.setAside(REF, "its codec cannot read it");
        other.setAsideResult(key(1), "its object cannot be read");

        assertThat(Files.exists(layout.object(REF), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(other.result(key(1))).isEmpty();
    }
}
