package org.tributary.steps.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts files, one after another, into blocks that end with a line break; the header of each is read on the way.
 *
 * <p>Each method may throw a {@link CsvMistake} or a {@link org.tributary.pipeline.PipelineException}. Not thread safe.
 */
final class CsvBlocks implements Closeable {
    /** A longer row is refused, so that a file without line breaks does not fill the memory. */
    static final int LONGEST_ROW = 1 << 25;

    /** From how many times the header on a block is worth its while. */
    private static final int ROWS = 16;

    private static final int LARGEST_BLOCK = 1 << 23;
    private static final int SMALLEST_BLOCK = 16;

    private final List<Path> files;
    private final Charset charset;
    private final CsvHeader header;
    private int blockSize;
    private int opened;
    private int numbered;
    /** The file at hand; null before the first one and between two. */
    private @Nullable CsvInput input;
    /** What was read and not given yet. */
    private byte[] kept = {};

    private long place;

    CsvBlocks(List<Path> files, Charset charset, CsvHeader header, int blockSize) {
        this.files = files;
        this.charset = charset;
        this.header = header;
        this.blockSize = Math.max(SMALLEST_BLOCK, blockSize);
    }

    /** The names of the columns, all from the first file. */
    List<String> names() {
        current();
        return header.names();
    }

    /** How many blocks were given. */
    int given() {
        return numbered;
    }

    /**
     * The next block; null after the last one.
     *
     * @param buffers gives an array of at least a length, whatever is in it
     */
    @Nullable
    CsvBlock next(IntFunction<byte[]> buffers) {
        @Nullable CsvInput current = current();
        if (current == null) {
            return null;
        }
        int room = Math.max(blockSize, kept.length);
        byte[] bytes = buffers.apply(room + CsvBlock.MARGIN);
        System.arraycopy(kept, 0, bytes, 0, kept.length);
        int filled = kept.length + read(current, bytes, kept.length, room - kept.length);
        boolean last = filled < room;
        int length = last ? filled : wholeRows(bytes, filled);
        kept = Arrays.copyOfRange(bytes, length, filled);
        CsvBlock block = new CsvBlock(numbered++, bytes, length, place, last, share(current));
        place += length;
        if (last) {
            close();
        }
        return block;
    }

    private double share(CsvInput current) {
        double ofFile = current.size() <= 0 ? 1 : (double) current.done() / current.size();
        return (opened - 1 + ofFile) / files.size();
    }

    /** Up to the last line break; if there is none, all but a character that the end may cut. */
    private static int wholeRows(byte[] bytes, int length) {
        int feed = lastIndexOf((byte) '\n', bytes, length);
        int end = feed > 0 ? feed : lastIndexOf((byte) '\r', bytes, length);
        if (end > 0) {
            return end;
        }
        end = length - 1;
        while (end > length - 4 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    /** Behind the last such byte; 0 if there is none. */
    private static int lastIndexOf(byte wanted, byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != wanted) {
            end--;
        }
        return end;
    }

    private @Nullable CsvInput current() {
        if (input == null && opened < files.size()) {
            Path path = files.get(opened++);
            readHeader(path, open(path));
        }
        return input;
    }

    private CsvInput open(Path path) {
        try {
            CsvInput next = CsvInput.open(path, charset);
            input = next;
            return next;
        } catch (NoSuchFileException missing) {
            throw CsvFaults.noFile(path, missing);
        } catch (IOException e) {
            throw CsvFaults.unreadable(path, e);
        }
    }

    /** Reads on until the header is whole, and keeps what is behind it. */
    private void readHeader(Path path, CsvInput from) {
        byte[] bytes = new byte[blockSize + CsvBlock.MARGIN];
        int filled = 0;
        while (true) {
            int room = bytes.length - CsvBlock.MARGIN;
            filled += read(from, bytes, filled, room - filled);
            boolean last = filled < room;
            int end = header.read(path, new CsvBlock(0, bytes, filled, place, last, 0));
            if (end >= 0) {
                kept = Arrays.copyOfRange(bytes, end, filled);
                place += end;
                blockSize = Math.max(blockSize, Math.min(LARGEST_BLOCK, ROWS * end));
                return;
            }
            if (room > LONGEST_ROW) {
                throw CsvRows.longRow(place);
            }
            bytes = Arrays.copyOf(bytes, 2 * room + CsvBlock.MARGIN);
        }
    }

    private int read(CsvInput from, byte[] bytes, int at, int length) {
        try {
            return from.read(bytes, at, length);
        } catch (IOException e) {
            throw CsvFaults.unreadable(files.get(opened - 1), e);
        }
    }

    @Override
    public void close() {
        @Nullable CsvInput open = input;
        input = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw CsvFaults.unreadable(files.get(opened - 1), e);
        }
    }
}
