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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads, and that a failing put leaves things as they were. */
final class StoreFailureTest {
    @TempDir
    Path root;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void put_fullDisk_saysPathAndBytes() {
        DirectoryStore store = FaultyStore.failing(Fault.NO_SPACE_STICKY, 1).open(root, warnings::add);
        ObjectRef ref = ObjectRef.of(bytes("content"));

        assertThatThrownBy(() -> StoreSamples.put(store, bytes("content")))
                .isInstanceOf(IOException.class)
                .hasMessage("[STORE_CANNOT_WRITE] the store cannot keep a file, No space left on device: "
                        + new StoreLayout(root).object(ref)
                        + " (7 bytes needed, 4096 are free). Free space, make the folder writable or choose another with"
                        + " cache.dir.");
    }

    @Test
    void putResult_rootIsAFile_saysSo() throws IOException {
        Path file = Files.write(root.resolve("file"), new byte[1]);
        DirectoryStore store = DirectoryStore.open(file, warnings::add);

        assertThat(store.result(key(1))).isEmpty();
        assertThat(store.holds(ObjectRef.of(bytes("a")))).isFalse();
        assertThatThrownBy(() -> store.putResult(key(1), bytes("abc")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("[STORE_CANNOT_WRITE] the store cannot keep a file, ")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("3 bytes needed");
    }

    @Test
    void read_missingObject_saysSo() {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        ObjectRef ref = ObjectRef.of(bytes("content"));

        assertThatThrownBy(() -> store.read(ref))
                .isInstanceOfSatisfying(
                        DamagedObjectException.class,
                        miss -> assertThat(miss.ref()).isEqualTo(ref))
                .hasMessage("[STORE_MISSING] a stored object is missing: " + new StoreLayout(root).object(ref)
                        + ". What it held is computed again.");
        assertThat(warnings).isEmpty();
    }

    @Test
    void read_damagedObject_saysWhereItIsNow() throws IOException {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        ObjectRef ref = StoreSamples.put(store, bytes("content"));
        Path path = new StoreLayout(root).object(ref);
        Files.write(path, bytes("CONTENT"));

        assertThatThrownBy(() -> store.read(ref))
                .hasMessage("[STORE_DAMAGED] a stored file is damaged, its SHA-256 is " + Sha256.hex("CONTENT")
                        + " instead of " + ref.digest() + ": " + path + ". It was moved to "
                        + root.resolve("v1/damaged/objects-ed-" + path.getFileName())
                        + "; what it held is computed again.");
    }

    @Test
    void read_damagedObjectOnReadOnlyDisk_saysThatItStays() throws IOException {
        ObjectRef ref = StoreSamples.put(DirectoryStore.open(root, warnings::add), bytes("content"));
        Path path = new StoreLayout(root).object(ref);
        Files.write(path, bytes("c"));
        DirectoryStore store = FaultyStore.failing(Fault.READ_ONLY_STICKY, 1).open(root, warnings::add);

        assertThatThrownBy(() -> store.read(ref))
                .hasMessage("[STORE_DAMAGED] a stored file is damaged, it has 1 bytes instead of 7: " + path
                        + ". It could not be moved away (Read-only file system); what it held is computed again.");
    }

    @Test
    void result_readError_warnsAndLeavesItInPlace() throws IOException {
        DirectoryStore.open(root, warnings::add).putResult(key(1), bytes("body"));
        DirectoryStore store = FaultyStore.failing(Fault.IO_ERROR_STICKY, 1).open(root, warnings::add);

        assertThat(store.result(key(1))).isEmpty();
        assertThat(warnings)
                .containsExactly("[STORE_UNREADABLE] a stored file cannot be read, Input/output error: "
                        + new StoreLayout(root).result(key(1))
                        + ". What it held is computed again; make the file readable or remove it.");
        assertThat(DirectoryStore.open(root, warnings::add).result(key(1))).isPresent();
    }

    @Test
    void put_contentOfAnotherDigest_storesNothing() throws IOException {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        ObjectRef ref = ObjectRef.of(bytes("before"));
        Path path = new StoreLayout(root).object(ref);

        assertThatThrownBy(() -> store.put(ref, out -> out.write(bytes("after!!"))))
                .isInstanceOf(IOException.class)
                .hasMessage("[STORE_VALUE_CHANGED] the value changed while it was stored, from SHA-256 " + ref.digest()
                        + " (6 bytes) to " + Sha256.hex("after!!") + " (7 bytes): " + path
                        + ". Nothing was stored; do not modify a value after the step returned it.");
        assertThat(path.getParent()).isEmptyDirectory();
    }

    @Test
    void putFile_ofAnotherDigest_storesNothing() throws IOException {
        DirectoryStore store = DirectoryStore.open(root.resolve("cache"), warnings::add);
        Path file = Files.write(root.resolve("file"), bytes("other"));
        ObjectRef ref = ObjectRef.of(bytes("file"));

        assertThatThrownBy(() -> store.putFile(ref, file)).hasMessageStartingWith("[STORE_VALUE_CHANGED]");
        assertThat(store.holds(ref)).isFalse();
    }

    @Test
    void put_writerThrows_storesNothingAndPassesItOn() throws IOException {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        byte[] content = content(1, 200_000);
        ObjectRef ref = ObjectRef.of(content);

        assertThatThrownBy(() -> store.put(ref, out -> {
                    out.write(content, 0, 150_000);
                    throw new IllegalStateException("codec");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("codec");
        assertThat(new StoreLayout(root).object(ref).getParent()).isEmptyDirectory();
    }

    @Test
    void put_writerClosesItsStream_isFine() throws IOException {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        byte[] content = content(1, 200_000);
        ObjectRef ref = ObjectRef.of(content);
        store.put(ref, out -> {
            try (out) {
                out.write(content[0]);
                out.write(content, 1, content.length - 1);
            }
        });

        assertThat(StoreSamples.read(store, ref)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../etc/passwd", "ZZ", "0123456789ABCDEF"})
    void key_thatIsNoDigest_isRefused(String key) {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);

        assertThatThrownBy(() -> store.result(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key must be 64 lower-case hexadecimal digits: " + key);
        assertThatThrownBy(() -> store.putResult(key, bytes("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectRef(key, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ref_negativeSize_isRefused() {
        assertThatThrownBy(() -> new ObjectRef(key(1), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be 0 or more: -1");
    }
}
