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
}
