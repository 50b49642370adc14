package org.tributary.steps.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Refuses bytes of a block that are not UTF-8, and NUL. Not thread safe. */
final class CsvText {
    private final CsvBlock block;
    private final CharBuffer characters = CharBuffer.allocate(256);
    /** Null as long as all text is ASCII. */
    private @Nullable CharsetDecoder decoder;

    CsvText(CsvBlock block) {
        this.block = block;
    }

    /** Checks a cell, whose ends cut no character. */
    void check(int from, int to) {
        int odd = 0;
        for (int at = from; at < to; at++) {
            odd |= oddness(block.bytes()[at]);
        }
        if (odd < 0) {
            checkOdd(from, to);
        }
    }

    /** Negative for NUL and for what is not ASCII. */
    static int oddness(byte b) {
        return b - 1;
    }

    /** Checks a cell that has an odd byte. */
    void checkOdd(int from, int to) {
        for (int at = from; at < to; at++) {
            if (block.bytes()[at] == 0) {
                throw new CsvMistake(block.place() + at, CsvFaults::nul);
            }
        }
        checkDecodes(ByteBuffer.wrap(block.bytes(), from, to - from));
    }

    private void checkDecodes(ByteBuffer bytes) {
        CharsetDecoder checker = decoder().reset();
        CoderResult result;
        do {
            characters.clear();
            result = checker.decode(bytes, characters, true);
        } while (result.isOverflow());
        if (result.isError()) {
            int first = Byte.toUnsignedInt(bytes.get(bytes.position()));
            throw new CsvMistake(block.place() + bytes.position(), at -> CsvFaults.malformed(at, first));
        }
    }

    private CharsetDecoder decoder() {
        if (decoder == null) {
            decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }
        return decoder;
    }
}
