package org.tributary.runtime.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tributary.runtime.store.ObjectRef;

/** Objects in memory that remembers which were read. */
final class MemoryObjects implements ObjectSource {

    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    /** Puts all objects of a value, each checked against its address. */
    static MemoryObjects of(EncodedValue value) throws IOException {
        MemoryObjects objects = new MemoryObjects();
        for (EncodedObject object : value.objects()) {
            byte[] content = content(object);
            if (!ObjectRef.of(content).equals(object.ref())) {
                throw new AssertionError("the content of " + object.ref() + " is another");
            }
            objects.contents.put(object.ref().digest(), content);
        }
        return objects;
    }

    static byte[] content(EncodedObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        object.content().writeTo(out);
        return out.toByteArray();
    }

    void replace(ObjectRef ref, byte[] content) {
        contents.put(ref.digest(), content);
    }

    byte[] content(ObjectRef ref) {
        return contents.get(ref.digest());
    }

    /** The digests of what was read since the last call. */
    List<String> read() {
        List<String> taken = List.copyOf(read);
        read.clear();
        return taken;
    }

    @Override
    public InputStream read(ObjectRef ref) throws IOException {
        read.add(ref.digest());
        byte[] content = contents.get(ref.digest());
        if (content == null) {
            throw new FileNotFoundException(ref.digest());
        }
        return new ByteArrayInputStream(content);
    }
}
