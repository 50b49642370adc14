package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.bytes;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;
import static org.tributary.runtime.store.StoreSamples.put;
import static org.tributary.runtime.store.StoreSamples.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryStoreTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path root;
    private DirectoryStore store;

    @BeforeEach
    void open() {
        root = folder.resolve("project/.mlops/cache");
        store = DirectoryStore.open(root, warnings::add);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65536, 1024 * 1024 + 1, 5_000_000})
    void object_anySize_isReadAsPut(int size) throws IOException {
        byte[] content = content(size, size);
        ObjectRef ref = put(store, content);

        assertThat(store.holds(ref)).isTrue();
        assertThat(read(store, ref)).isEqualTo(content);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024, 5_000_000})
    void object_overTheMemoryLimit_isReadInChunksAsPut(int size) throws IOException {
        DirectoryStore chunked = DirectoryStore.open(root, Surroundings.real(), 100, warnings::add);
        byte[] content = content(size, size);
        ObjectRef ref = put(chunked, content);

        assertThat(read(chunked, ref)).isEqualTo(content);
        try (var in = chunked.read(ref)) {
            assertThat(in.read()).isEqualTo(content[0] & 0xff);
            assertThat(in.skip(50)).isEqualTo(50);
            assertThat(in.read()).isEqualTo(content[51] & 0xff);
        }
    }

    @Test
    void open_nothingPut_createsNothing() {
        assertThat(store.result(key(1))).isEmpty();
        assertThat(store.holds(ObjectRef.of(bytes("a")))).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void layout_ofOneEntryEach_isTheDocumentedOne() throws IOException {
        put(store, bytes("content"));
        store.putResult(key(1), bytes("{\"a\": 1}\n"));
        store.putLatest("Fold[3]/train", bytes("pointer"));

        var files = new TreeMap<String, String>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(files.toString().replace(", v1", ",\nv1")).isEqualTo("""
                {v1/latest/%46old%5b3%5d%2ftrain=tributary 1 latest-%46old%5b3%5d%2ftrain 7 \
                1cdf95bd12e993d5aaf216f5f4ac1148b4b003ed0a253b781b25866eeaa27af3 36a5ba8eba8f1721
                pointer,
                v1/objects/ed/7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73=content,
                v1/results/22/227ba5f2c6c9109fe5c44a0696f393379607493a377f522ee27d9a7ae3227d89=\
                tributary 1 result-227ba5f2c6c9109fe5c44a0696f393379607493a377f522ee27d9a7ae3227d89 9 \
                e8c628edc9968ef0c668f54e0ba2636b35503357eb1aca0ddc828aeace432f67 33dc5ca6259ea3dd
                {"a": 1}
                }""");
    }

    @Test
    void result_putTwice_isTheSecond() throws IOException {
        store.putResult(key(1), bytes("first"));
        store.putResult(key(1), bytes("second, longer than one line\nand with a line feed"));

        StoredResult result = store.result(key(1)).orElseThrow();
        assertThat(result.key()).isEqualTo(key(1));
        assertThat(result.body()).isEqualTo(bytes("second, longer than one line\nand with a line feed"));
        assertThat(store.result(key(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 800, 1024, 100_000})
    void result_anySize_isReadAsPut(int size) throws IOException {
        store.putResult(key(size), content(size, size));

        assertThat(store.result(key(size)).orElseThrow().body()).isEqualTo(content(size, size));
        assertThat(warnings).isEmpty();
    }

    @Test
    void latest_anyName_isKeptUnderItsOwn() throws IOException {
        String longName = "x".repeat(5000);
        List<String> names = List.of(
                "",
                ".",
                "..",
                "train",
                "Train",
                "TRAIN",
                "a/b",
                "a\\b",
                "~temp",
                "fold[3]/train",
                "\u0131\u00e9\ud83d\ude00",
                "%",
                "%25",
                "con",
                "nul\0",
                longName,
                longName + "y");
        for (String name : names) {
            store.putLatest(name, bytes("for " + name));
        }

        for (String name : names) {
            assertThat(store.latest(name)).as(name).contains(bytes("for " + name));
        }
        try (Stream<Path> files = Files.list(root.resolve("v1/latest"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(names.size())
                    .allMatch(name -> name.matches("[a-z0-9_%-]{1,250}"));
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void put_presentObject_doesNotAskForTheContent() throws IOException {
        ObjectRef ref = put(store, bytes("content"));

        store.put(ref, out -> {
            throw new AssertionError("asked");
        });

        assertThat(read(store, ref)).isEqualTo(bytes("content"));
    }

    @Test
    void putFile_copiesIt() throws IOException {
        Path file = Files.write(folder.resolve("artifact"), content(1, 100_000));
        ObjectRef ref = ObjectRef.of(content(1, 100_000));

        store.putFile(ref, file);
        Files.delete(file);

        assertThat(read(store, ref)).isEqualTo(content(1, 100_000));
    }

    @Test
    void stats_andClear_countAndRemoveAll() throws IOException {
        assertThat(store.stats()).isEqualTo(new StoreStats(0, 0, 0));
        store.clear();
        ObjectRef ref = put(store, content(1, 100));
        put(store, content(2, 200));
        store.putResult(key(1), bytes("body"));
        store.putLatest("train", bytes("key"));
        put(store, content(3, 50));
        store.setAside(ObjectRef.of(content(3, 50)), "it is");
        long line = Files.size(new StoreLayout(root).result(key(1)));

        assertThat(store.stats()).isEqualTo(new StoreStats(2, 1, 300 + line));
        store.clear();

        assertThat(store.stats()).isEqualTo(new StoreStats(0, 0, 0));
        assertThat(store.latest("train")).isEmpty();
        assertThat(root.resolve("v1/damaged")).isEmptyDirectory();
        assertThat(put(store, content(1, 100))).isEqualTo(ref);
        assertThat(store.holds(ref)).isTrue();
    }

    @Test
    void clear_linkInPlaceOfAnEntry_doesNotReachBehindIt() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.write(precious.resolve("data"), bytes("data"));
        put(store, content(1, 100));
        store.putLatest("train", bytes("key"));
        Files.createSymbolicLink(root.resolve("v1/objects/zz"), precious);
        Files.createSymbolicLink(root.resolve("v1/latest/link"), precious);

        store.clear();

        assertThat(precious.resolve("data")).exists();
        assertThat(root.resolve("v1/latest")).isEmptyDirectory();
    }

    @Test
    void root_thatIsALink_works() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        DirectoryStore linked = DirectoryStore.open(link, warnings::add);
        ObjectRef ref = put(linked, content(1, 100));

        assertThat(DirectoryStore.open(elsewhere, warnings::add).holds(ref)).isTrue();
        assertThat(linked.stats().objects()).isEqualTo(1);
    }
}
