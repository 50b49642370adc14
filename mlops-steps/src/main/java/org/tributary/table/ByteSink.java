package org.tributary.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes into a stream, through one buffer. */
final class ByteSink {
    /** How many values of at most 8 bytes are written at a time. */
    static final int BLOCK = 8192;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

    ByteSink(OutputStream out) {
        this.out = out;
    }

    /** The buffer with room for so many bytes, at most eight times {@link #BLOCK}. */
    ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            drain();
        }
        return buffer;
    }

    void writeByte(int value) throws IOException {
        room(1).put((byte) value);
    }

    void writeInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void writeBytes(ByteBuffer bytes) throws IOException {
        drain();
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    void writeText(String text) throws IOException {
        try {
            writeText(0, utf8.encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException unpairedSurrogate) {
            writeText(1, utf16(text));
        }
    }

    /** The characters as they are; an encoder would replace the unpaired ones. */
    private static ByteBuffer utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asCharBuffer().put(text);
        return bytes;
    }

    private void writeText(int form, ByteBuffer bytes) throws IOException {
        writeByte(form);
        writeInt(bytes.remaining());
        if (bytes.remaining() <= BLOCK) {
            room(bytes.remaining()).put(bytes);
        } else {
            writeBytes(bytes);
        }
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void drain() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
