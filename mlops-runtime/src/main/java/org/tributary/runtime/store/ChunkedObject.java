package org.tributary.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Content that is too large for memory, read twice through one open file.
 *
 * <p>The first pass compares the digest of the whole and notes one of each chunk; the second gives a chunk out only after
 * its digest was right again. Needs one chunk of memory, and 64 bytes for each chunk.
 */
final class ChunkedObject extends InputStream {
    private static final int CHUNK = 1024 * 1024;

    private final FileOperations.ReadableFile file;
    private final long size;
    private final List<String> digests;
    private final VerifiedReader.MissHandler handler;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int position;
    private int limit;

    private ChunkedObject(
            FileOperations.ReadableFile file, long size, List<String> digests, VerifiedReader.MissHandler handler) {
        this.file = file;
        this.size = size;
        this.digests = digests;
        this.handler = handler;
    }

    /** Does the first pass; closes {@code file} unless it gives the stream, which does so then. */
    static ChunkedObject open(FileOperations.ReadableFile file, ObjectRef ref, VerifiedReader.MissHandler handler)
            throws IOException {
        try {
            List<String> digests = verify(file, ref);
            file.rewind();
            return new ChunkedObject(file, ref.size(), digests, handler);
        } catch (IOException | RuntimeException | Error failure) {
            try (file) {
                throw failure;
            }
        }
    }

    private static List<String> verify(FileOperations.ReadableFile file, ObjectRef ref) throws IOException {
        MessageDigest whole = Sha256.start();
        List<String> digests = new ArrayList<>();
        byte[] chunk = new byte[CHUNK];
        for (long start = 0; start < ref.size(); start += CHUNK) {
            int length = chunkLength(start, ref.size());
            VerifiedReader.fill(file, ByteBuffer.wrap(chunk, 0, length));
            whole.update(chunk, 0, length);
            digests.add(Sha256.hex(chunk, 0, length));
        }
        VerifiedReader.requireDigest(ref.digest(), Sha256.hex(whole));
        return digests;
    }

    private static int chunkLength(long start, long size) {
        return (int) Math.min(CHUNK, size - start);
    }

    @Override
    public int read() throws IOException {
        return advance() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    /** Makes sure of at least one verified byte in the chunk; false at the end. */
    private boolean advance() throws IOException {
        if (position < limit) {
            return true;
        }
        if (next == digests.size()) {
            return false;
        }
        readChunk(chunkLength((long) next * CHUNK, size));
        next++;
        return true;
    }

    private void readChunk(int length) throws IOException {
        position = 0;
        limit = 0;
        try {
            VerifiedReader.fill(file, ByteBuffer.wrap(chunk, 0, length));
            VerifiedReader.requireDigest(digests.get(next), Sha256.hex(chunk, 0, length));
        } catch (IOException failure) {
            throw handler.onMiss(failure);
        }
        limit = length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
