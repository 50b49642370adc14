package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

class DecodingReaderTest {
    private static final Path PATH = Path.of("a.csv");
    private static final String[] PIECES = {"a", "\n", "é", "\u20AC", "\uD83D\uDC27", "\r\n", "\r", "\uFEFF"};

    @Test
    void read_randomTextInRandomPieces_isTheText() throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 300; i++) {
            String text = text(random);
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
                byte[] bytes = text.getBytes(charset);
                assertThat(read(bytes, charset, random))
                        .as("seed 13 case %d", i)
                        .isEqualTo(text);
            }
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("x");
        for (int k = random.nextInt(60); k > 0; k--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String read(byte[] bytes, Charset charset, SplittableRandom random) throws IOException {
        InputStream pieces = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
            }
        };
        StringBuilder text = new StringBuilder();
        try (DecodingReader reader = new DecodingReader(PATH, pieces, new ByteOrderMark(charset, 0))) {
            char[] buffer = new char[16];
            for (int read = 0; read >= 0; read = reader.read(buffer, 3, 2 + random.nextInt(8))) {
                text.append(buffer, 3, read);
            }
        }
        return text.toString();
    }

    @Test
    void read_cutCharacterAtTheEnd_namesItsByte() {
        byte[] bytes = {'a', '\n', 'b', (byte) 0xF0, (byte) 0x9F};
        assertThatThrownBy(() -> read(bytes, StandardCharsets.UTF_8, new SplittableRandom(1)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[CSV_MALFORMED] byte 3 (0xF0) is not UTF-8: a.csv line 2."
                        + " Set encoding to that of the file, for example windows-1252.");
    }

    @Test
    void read_halfABom_isText() throws IOException {
        assertThat(read(new byte[] {(byte) 0xEF}, StandardCharsets.ISO_8859_1, new SplittableRandom(1)))
                .isEqualTo("ï");
        assertThat(read(new byte[0], StandardCharsets.UTF_8, new SplittableRandom(1)))
                .isEmpty();
    }

    @Test
    void read_unreadableStream_failsAsIs() throws IOException {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0) {
                    throw new IOException("disk on fire");
                }
                return read;
            }
        };
        assertThatThrownBy(() -> {
                    try (DecodingReader reader =
                            new DecodingReader(PATH, broken, new ByteOrderMark(StandardCharsets.UTF_8, 0))) {
                        reader.read(new char[10], 0, 10);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk on fire");
    }
}
