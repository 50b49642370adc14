package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file, which end with a line feed; refuses long ones and bytes that are not UTF-8. */
final class Utf8Lines {
    /** Longer lines are refused, so that a file without line feeds does not fill the memory. */
    static final int LONGEST = 1 << 22;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private final Path path;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] bytes = new byte[1 << 16];
    private char[] characters = {};
    private int start;
    private int end;
    private long read;
    private long number;

    Utf8Lines(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /** The next line without its line feed, to be used before the one after it is asked for; null after the last one. */
    @Nullable
    CharBuffer next() throws IOException {
        int feed = lineFeed();
        int lineEnd = feed < 0 ? end : feed;
        if (feed < 0 && start == end) {
            return null;
        }
        number++;
        if (lineEnd - start > LONGEST) {
            throw JsonLinesFaults.longLine(path, number, LONGEST);
        }
        if (number == 1 && startsWithMark(lineEnd)) {
            start += MARK.length;
        }
        CharBuffer line = decoded(lineEnd);
        start = feed < 0 ? end : feed + 1;
        return line;
    }

    /** Where the line ends, or -1 if the file does. */
    private int lineFeed() throws IOException {
        for (int at = start; ; at++) {
            if (at == end) {
                int looked = at - start;
                if (!fill()) {
                    return -1;
                }
                at = start + looked;
            }
            if (bytes[at] == '\n') {
                return at;
            }
        }
    }

    private boolean fill() throws IOException {
        int kept = end - start;
        if (kept > LONGEST) {
            throw JsonLinesFaults.longLine(path, number + 1, LONGEST);
        }
        byte[] target = kept > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        start = 0;
        end = kept;
        int more = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, more);
        read += Math.max(0, more);
        return more > 0;
    }

    private boolean startsWithMark(int lineEnd) {
        return lineEnd - start >= MARK.length && Arrays.equals(bytes, start, start + MARK.length, MARK, 0, MARK.length);
    }

    private CharBuffer decoded(int lineEnd) {
        if (characters.length < lineEnd - start) {
            characters = new char[Math.max(lineEnd - start, 2 * characters.length)];
        }
        ByteBuffer line = ByteBuffer.wrap(bytes, start, lineEnd - start);
        CharBuffer target = CharBuffer.wrap(characters);
        CoderResult result = decoder.reset().decode(line, target, true);
        if (result.isError()) {
            long position = read - end + line.position();
            throw JsonLinesFaults.malformedText(path, number, position, bytes[line.position()]);
        }
        return target.flip();
    }

    /** The number of the line given last, counted from 1. */
    long number() {
        return number;
    }

    long bytesRead() {
        return read;
    }
}
