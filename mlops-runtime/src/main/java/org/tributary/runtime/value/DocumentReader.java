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
        int length = number();
        return length < 0 ? chars(-(long) length) : utf8(length);
    }

    /** One of two, such as false and true. */
    boolean flag() throws IOException {
        int flag = number();
        if (flag != 0 && flag != 1) {
            throw new IOException("the document says " + flag + " where 0 or 1 is expected");
        }
        return flag == 1;
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
        long size = bytes.getLong();
        if (size < 0) {
            throw new IOException("the document refers to an object of " + size + " bytes");
        }
        return new ObjectRef(HexFormat.of().formatHex(digest), size);
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

    /** The next length-prefixed value. */
    Object nested(Form form) throws IOException {
        DocumentReader nested = new DocumentReader(slice(length()), objects);
        Object value = form.read(nested);
        nested.requireEnd();
        return value;
    }

    /** Leaves out the next length-prefixed value. */
    void skip() throws IOException {
        slice(length());
    }

    void requireEnd() throws IOException {
        if (bytes.hasRemaining()) {
            throw new IOException(bytes.remaining() + " bytes follow the end of the document");
        }
    }

    ObjectSource objects() {
        return objects;
    }

    private String utf8(int length) throws IOException {
        require(length);
        ByteBuffer text = slice(length);
        return isAscii(text)
                ? new String(text.array(), text.arrayOffset() + text.position(), length, StandardCharsets.US_ASCII)
                : StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    }

    // Most texts are, and need no decoder that tells what is malformed.
    private static boolean isAscii(ByteBuffer text) {
        for (int i = text.position(); i < text.limit(); i++) {
            if (text.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private String chars(long count) throws IOException {
        if (count > bytes.remaining() / Character.BYTES) {
            throw new IOException("the document ends within a text of " + count + " characters");
        }
        return slice((int) count * Character.BYTES).asCharBuffer().toString();
    }

    private ByteBuffer slice(int length) {
        ByteBuffer slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return slice;
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
