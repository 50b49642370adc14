package org.tributary.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian bytes from a stream, through one buffer; the end where more is needed is an {@link EOFException}. */
final class ByteSource {
    private final InputStream in;
    private final ByteBuffer buffer = ByteBuffer.allocate(ByteSink.BLOCK * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** The buffer with so many bytes to read, at most eight times {@link ByteSink#BLOCK}. */
    ByteBuffer available(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill();
            if (buffer.remaining() < bytes) {
                throw new EOFException("the table is damaged: it ends too early");
            }
        }
        return buffer;
    }

    private void fill() throws IOException {
        buffer.compact();
        int read = in.readNBytes(buffer.array(), buffer.position(), buffer.remaining());
        buffer.position(buffer.position() + read);
        buffer.flip();
    }

    int readByte() throws IOException {
        return Byte.toUnsignedInt(available(1).get());
    }

    int readInt() throws IOException {
        return available(Integer.BYTES).getInt();
    }

    int readCount(String what) throws IOException {
        int count = readInt();
        require(count >= 0, "its number of " + what + " is negative");
        return count;
    }

    /** So many bytes, in an array that grows as they arrive. */
    byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, ByteSink.BLOCK)];
        for (int done = 0; done < count; ) {
            bytes = done == bytes.length ? Arrays.copyOf(bytes, grown(done, count)) : bytes;
            int block = Math.min(bytes.length - done, ByteSink.BLOCK);
            available(block).get(bytes, done, block);
            done += block;
        }
        return bytes;
    }

    /** The next length of an array that was filled up and shall hold a count in the end. */
    static int grown(int full, int count) {
        return (int) Math.min(count, 2L * full);
    }

    String readText() throws IOException {
        int form = readByte();
        require(form <= 1, "a text has an unknown form");
        ByteBuffer bytes = ByteBuffer.wrap(readBytes(readCount("bytes in a text")));
        return form == 0
                ? utf8(bytes)
                : bytes.order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
    }

    private String utf8(ByteBuffer bytes) throws IOException {
        try {
            return utf8.decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            throw new IOException("the table is damaged: a text is no UTF-8", malformed);
        }
    }

    void require(boolean holds, String fault) throws IOException {
        if (!holds) {
            throw new IOException("the table is damaged: " + fault);
        }
    }

    void requireEnd() throws IOException {
        fill();
        require(!buffer.hasRemaining(), "there are bytes after its end");
    }
}
