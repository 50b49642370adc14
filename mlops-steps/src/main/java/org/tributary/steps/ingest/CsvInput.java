package org.tributary.steps.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One file as UTF-8 without a byte order mark, whatever it is in; bytes of UTF-8 are passed on unchecked. */
final class CsvInput implements Closeable {
    private final CsvBytes file;
    private final InputStream utf8;
    private final int markLength;

    private CsvInput(CsvBytes file, InputStream utf8, int markLength) {
        this.file = file;
        this.utf8 = utf8;
        this.markLength = markLength;
    }

    static CsvInput open(Path path, Charset unmarked) throws IOException {
        CsvBytes file = CsvBytes.open(path);
        try {
            PushbackInputStream peeked = new PushbackInputStream(file, ByteOrderMark.LONGEST);
            byte[] first = peeked.readNBytes(ByteOrderMark.LONGEST);
            ByteOrderMark mark = ByteOrderMark.of(first, unmarked);
            peeked.unread(first, mark.length(), first.length - mark.length());
            InputStream utf8 = mark.charset().equals(StandardCharsets.UTF_8)
                    ? peeked
                    : new RecodedStream(new DecodingReader(path, peeked, mark));
            return new CsvInput(file, utf8, mark.length());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Reads bytes until there are so many or no more; gives how many. */
    int read(byte[] target, int from, int length) throws IOException {
        return utf8.readNBytes(target, from, length);
    }

    /** How many bytes of the file come before the first byte that {@link #read} gives. */
    int markLength() {
        return markLength;
    }

    /** How many bytes of the file were read so far, of {@link #size}. */
    long done() {
        return file.done();
    }

    long size() {
        return file.size();
    }

    @Override
    public void close() throws IOException {
        utf8.close();
    }
}
