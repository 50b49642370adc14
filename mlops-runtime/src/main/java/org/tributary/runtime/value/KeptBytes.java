package org.tributary.runtime.value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes written to it, and keeps them as long as they are few. */
final class KeptBytes extends OutputStream {

    private final int limit;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private long size;

    KeptBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) {
        size++;
        if (isWhole()) {
            kept.write(b);
        } else {
            forget();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (isWhole()) {
            kept.write(bytes, offset, length);
        } else {
            forget();
        }
    }

    long size() {
        return size;
    }

    boolean isWhole() {
        return size <= limit;
    }

    void writeTo(OutputStream out) throws IOException {
        kept.writeTo(out);
    }

    private void forget() {
        if (kept.size() > 0) {
            kept = new ByteArrayOutputStream(0);
        }
    }
}
