package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;

/** Turns bytes into characters; refuses bytes that are none, and NUL. */
final class DecodingReader extends Reader {
    private static final int BUFFER = 1 << 16;
    private final Path path;
    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharsetDecoder decoder;
    private long bytesRead;
    private long line = 1;
    private char last;
    private boolean atEnd;

    /** @param mark what was read before, and tells the character set */
    DecodingReader(Path path, InputStream in, ByteOrderMark mark) {
        this.path = path;
        this.in = in;
        this.bytesRead = mark.length();
        this.decoder = mark.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads on until there are so many bytes, or no more. */
    private void fill(int wanted) throws IOException {
        bytes.compact();
        while (!atEnd && bytes.position() < wanted) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            atEnd = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
            bytesRead += Math.max(0, read);
        }
        bytes.flip();
    }

    /** Gives at least one character; the target must have room for two, which one character can take. */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(target, offset, length);
        int start = characters.position();
        while (characters.position() == start) {
            CoderResult result = decoder.decode(bytes, characters, atEnd);
            if (result.isError()) {
                throw malformed(target, start, characters.position());
            } else if (characters.position() == start && (atEnd || result.isOverflow())) {
                return atEnd ? -1 : 0;
            } else if (result.isUnderflow()) {
                fill(bytes.remaining() + 1);
            }
        }
        check(target, start, characters.position());
        return characters.position() - start;
    }

    private void check(char[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = target[i];
            if (c < ' ') {
                count(c);
            }
            last = c;
        }
    }

    private void count(char control) {
        if (control == 0) {
            throw CsvFaults.nul(new CsvPlace(path, line, 0));
        }
        if (control == '\r' || (control == '\n' && last != '\r')) {
            line++;
        }
    }

    private PipelineException malformed(char[] target, int from, int to) {
        check(target, from, to);
        long position = bytesRead - bytes.remaining();
        int first = Byte.toUnsignedInt(bytes.get(bytes.position()));
        return CsvFaults.malformed(new CsvPlace(path, line, position), decoder.charset(), first);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
