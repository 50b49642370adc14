package org.tributary.steps.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The first bytes of a text file that tell its character set.
 *
 * @param charset the character set
 * @param length how many bytes the mark has; 0 for none
 */
record ByteOrderMark(Charset charset, int length) {
    static final int LONGEST = 4;

    /** The mark that these bytes begin with, or none with a given character set. */
    static ByteOrderMark of(byte[] first, Charset unmarked) {
        // No mark begins with a character of ASCII, and to load the character sets takes a while.
        if (first.length == 0 || first[0] > 0) {
            return new ByteOrderMark(unmarked, 0);
        }
        for (Charset charset : marked()) {
            byte[] mark = "\uFEFF".getBytes(charset);
            if (first.length >= mark.length && Arrays.equals(first, 0, mark.length, mark, 0, mark.length)) {
                return new ByteOrderMark(charset, mark.length);
            }
        }
        return new ByteOrderMark(unmarked, 0);
    }

    /** In this order: the mark of UTF-32LE begins with that of UTF-16LE. */
    private static List<Charset> marked() {
        return List.of(
                StandardCharsets.UTF_8,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE);
    }
}
