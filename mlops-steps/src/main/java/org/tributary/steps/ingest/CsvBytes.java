package org.tributary.steps.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The bytes of a CSV file, unpacked where the first bytes say gzip or zip; how far they are is told in bytes of the file, or
 * of the entry of a zip.
 *
 * <p>Unpacking streams, so it takes no more memory than the reader does. Nothing is written, so the name of an entry does
 * not matter.
 */
final class CsvBytes extends FilterInputStream {
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private final Counted counted;
    private final long size;

    private CsvBytes(InputStream content, Counted counted, long size) {
        super(content);
        this.counted = counted;
        this.size = size;
    }

    static CsvBytes open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            PushbackInputStream peeked = new PushbackInputStream(file, ZIP.length);
            byte[] first = peeked.readNBytes(ZIP.length);
            peeked.unread(first);
            return opened(path, first, new Counted(peeked));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static CsvBytes opened(Path path, byte[] first, Counted file) throws IOException {
        if (Arrays.equals(first, ZIP) || Arrays.equals(first, EMPTY_ZIP)) {
            file.close();
            return ofZip(path);
        }
        boolean gzip = Arrays.equals(Arrays.copyOf(first, GZIP.length), GZIP);
        return new CsvBytes(gzip ? new GZIPInputStream(file, 1 << 16) : file, file, Files.size(path));
    }

    private static CsvBytes ofZip(Path path) throws IOException {
        // The character set decides how names are told, and nothing else.
        ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        try {
            ZipEntry entry = onlyEntry(path, zip);
            Counted counted = new Counted(new ZipContent(zip, entry));
            return new CsvBytes(counted, counted, entry.getSize());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipEntry onlyEntry(Path path, ZipFile zip) {
        List<? extends ZipEntry> files =
                zip.stream().filter(entry -> !entry.isDirectory()).toList();
        if (files.size() != 1) {
            throw CsvFaults.entries(path, files.stream().map(ZipEntry::getName).toList());
        }
        return files.get(0);
    }

    /** How many bytes were read so far, of {@link #size}. */
    long done() {
        return Math.min(counted.count, size);
    }

    long size() {
        return size;
    }

    /** Counts what is read through it. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** The content of an entry, whose checksum is compared at its end; closes the archive with it. */
    private static final class ZipContent extends CheckedInputStream {
        private final ZipFile zip;
        private final long expected;

        ZipContent(ZipFile zip, ZipEntry entry) throws IOException {
            super(zip.getInputStream(entry), new CRC32());
            this.zip = zip;
            this.expected = entry.getCrc();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0 && getChecksum().getValue() != expected) {
                throw new ZipException("the checksum of the entry does not match");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }
}
