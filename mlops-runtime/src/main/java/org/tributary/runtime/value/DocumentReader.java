package org.tributary.runtime.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.tributary.runtime.store.ObjectRef;

/** Reads a document that {@link DocumentWriter} made; every length is checked before it is used. For one thread. */
final class DocumentReader {

    private final ByteBuffer bytes;
    private final ObjectSource objects;

    DocumentReader(byte[] bytes, ObjectSource objects) {
        this(ByteBuffer.wrap(bytes), objects);
    }

    private DocumentReader(ByteBuffer bytes, ObjectSource objects) {
        this.bytes = bytes;
        this.objects = objects;
    }

    int number() throws IOException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long longNumber() throws IOException {
        require(Long.BYTES);
        return bytes.getLong();
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        byte[] content = new byte[length()];
        bytes.get(content);
        return content;
    }

    ObjectRef ref() throws IOException {
        require(32 + Long.BYTES);
        byte[] digest = new byte[32];
        bytes.get(digest);
        return new ObjectRef(HexFormat.of().formatHex(digest), bytes.getLong());
    }

    /** A count of things that take at least one byte each. */
    int count() throws IOException {
        int count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new IOException(
                    "the document says " + count + " entries where " + bytes.remaining() + " bytes follow");
        }
        return count;
    }

    /** The next length-prefixed value as a document of its own. */
    DocumentReader nested() throws IOException {
        int length = length();
        ByteBuffer slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return new DocumentReader(slice, objects);
    }

    void requireEnd() throws IOException {
        if (bytes.hasRemaining()) {
            throw new IOException(bytes.remaining() + " bytes follow the end of the document");
        }
    }

    ObjectSource objects() {
        return objects;
    }

    private int length() throws IOException {
        int length = number();
        require(length);
        return length;
    }

    private void require(int count) throws IOException {
        if (count < 0 || count > bytes.remaining()) {
            throw new IOException("the document ends within a value of " + count + " bytes");
        }
    }
}
