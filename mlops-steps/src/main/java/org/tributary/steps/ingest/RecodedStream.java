package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The characters of a reader as UTF-8. */
final class RecodedStream extends InputStream {
    private final DecodingReader characters;
    private final char[] buffer = new char[1 << 14];
    private byte[] bytes = {};
    private int at;

    RecodedStream(DecodingReader characters) {
        this.characters = characters;
    }

    private boolean isAtEnd() throws IOException {
        while (at == bytes.length) {
            int read = characters.read(buffer, 0, buffer.length);
            if (read < 0) {
                return true;
            }
            bytes = new String(buffer, 0, read).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : Byte.toUnsignedInt(bytes[at++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        } else if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
