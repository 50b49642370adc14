package org.tributary.steps.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of places by reading the files once more: only messages need them.
 *
 * <p>A place is how many bytes come before it in all files, as UTF-8 and without byte order marks.
 */
final class CsvLines {
    private static final int BUFFER = 1 << 16;
    private final List<Path> files;
    private final Charset charset;

    CsvLines(List<Path> files, Charset charset) {
        this.files = files;
        this.charset = charset;
    }

    CsvPlace find(long place) {
        return find(new long[] {place}).get(0);
    }

    /** The file and line of each of these places, which ascend; lines are counted from 1 in each file. */
    List<RowPlace> of(long[] places) {
        return find(places).stream()
                .map(place -> RowPlace.of(place.path(), place.line()))
                .toList();
    }

    private List<CsvPlace> find(long[] places) {
        List<CsvPlace> found = new ArrayList<>();
        long before = 0;
        for (Path path : files) {
            try (CsvInput input = CsvInput.open(path, charset)) {
                Count count = new Count(input);
                while (found.size() < places.length && count.reaches(places[found.size()] - before)) {
                    found.add(new CsvPlace(path, count.line, input.markLength() + count.at));
                }
                before += count.at;
            } catch (IOException e) {
                throw CsvFaults.unreadable(path, e);
            }
        }
        if (found.size() < places.length) {
            throw CsvFaults.changed(files.get(0));
        }
        return found;
    }

    /** Goes through a file and counts lines, which CR, LF or both together end. */
    private static final class Count {
        private final byte[] buffer = new byte[BUFFER];
        private final CsvInput input;
        private int next;
        private int filled;
        private byte last;
        private long line = 1;
        /** How many bytes were passed. */
        private long at;

        Count(CsvInput input) {
            this.input = input;
        }

        /** Goes on to a byte; false if the file ends before it. */
        boolean reaches(long place) throws IOException {
            while (at < place) {
                if (!hasNext()) {
                    return false;
                }
                pass(buffer[next++]);
            }
            return hasNext();
        }

        private boolean hasNext() throws IOException {
            if (next == filled) {
                filled = input.read(buffer, 0, BUFFER);
                next = 0;
            }
            return next < filled;
        }

        private void pass(byte b) {
            line += b == '\r' || (b == '\n' && last != '\r') ? 1 : 0;
            last = b;
            at++;
        }
    }
}
