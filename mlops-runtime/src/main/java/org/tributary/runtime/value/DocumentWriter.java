package org.tributary.runtime.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.tributary.runtime.store.ObjectRef;

/** Builds a document: big-endian numbers, length-prefixed texts and values, references to objects. For one thread. */
final class DocumentWriter {

    private ByteBuffer buffer = ByteBuffer.allocate(256);
    private final List<EncodedObject> objects;

    DocumentWriter() {
        this(new ArrayList<>());
    }

    private DocumentWriter(List<EncodedObject> objects) {
        this.objects = objects;
    }

    /** An empty document whose objects are collected with those of this one. */
    DocumentWriter nested() {
        return new DocumentWriter(objects);
    }

    void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** As UTF-8; a text with a lone surrogate, which UTF-8 cannot say, by its chars, which a negative length tells. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            bytes(utf8);
        } else {
            number(-text.length());
            room(Math.multiplyExact(text.length(), Character.BYTES));
            text.chars().forEach(unit -> buffer.putChar((char) unit));
        }
    }

    void bytes(byte[] bytes) {
        number(bytes.length);
        room(bytes.length).put(bytes);
    }

    void ref(ObjectRef ref) {
        room(32).put(HexFormat.of().parseHex(ref.digest()));
        number(ref.size());
    }

    void add(EncodedObject object) {
        objects.add(object);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    List<EncodedObject> objects() {
        return objects;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int wanted = Math.addExact(buffer.position(), bytes);
            ByteBuffer larger = ByteBuffer.allocate(Math.max(wanted, buffer.capacity() * 2));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
