package org.tributary.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Content and keys for tests, the same for the same number. */
final class StoreSamples {
    private StoreSamples() {}

    static byte[] content(int seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    static String key(int number) {
        return Sha256.hex("key " + number);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] read(DirectoryStore store, ObjectRef ref) throws IOException {
        try (InputStream in = store.read(ref)) {
            return in.readAllBytes();
        }
    }

    static ObjectRef put(DirectoryStore store, byte[] content) throws IOException {
        ObjectRef ref = ObjectRef.of(content);
        store.put(ref, out -> out.write(content));
        return ref;
    }
}
