package org.tributary.steps.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Refuses bytes that are not UTF-8, and NUL. */
final class CsvText {
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private CsvText() {}

    /** Checks the first bytes of a block, of which one that is cut at the end was not read whole. */
    static void check(CsvBlock block, int length) {
        byte[] bytes = block.bytes();
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = 0;
        long zero = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long word = words.getLong(at);
            high |= word;
            zero |= (word - LOW_BITS) & ~word;
        }
        for (; at < length; at++) {
            high |= bytes[at];
            zero |= bytes[at] == 0 ? HIGH_BITS : 0;
        }
        if ((zero & HIGH_BITS) != 0) {
            refuseNul(block, length);
        }
        if ((high & HIGH_BITS) != 0) {
            checkDecodes(block, length);
        }
    }

    private static void refuseNul(CsvBlock block, int length) {
        for (int at = 0; at < length; at++) {
            if (block.bytes()[at] == 0) {
                throw new CsvMistake(block.place() + at, CsvFaults::nul);
            }
        }
    }

    private static void checkDecodes(CsvBlock block, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(block.bytes(), 0, length);
        CharBuffer characters = CharBuffer.allocate(1 << 13);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        } while (result.isOverflow());
        if (result.isError()) {
            int first = Byte.toUnsignedInt(block.bytes()[bytes.position()]);
            throw new CsvMistake(block.place() + bytes.position(), at -> CsvFaults.malformed(at, first));
        }
    }
}
