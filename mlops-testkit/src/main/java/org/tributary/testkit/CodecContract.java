package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.tributary.cache.Codec;

/**
 * What every {@link Codec} promises; extend it in a test class to check yours.
 *
 * <p>Values are compared by {@code equals}, or as {@link #isSame} is overridden to say.
 *
 * @param <T> the type of the values
 */
public abstract class CodecContract<T> {

    private static final int THREADS = 4;

    /** A contract to be extended. */
    protected CodecContract() {}

    /** The codec under test. */
    protected abstract Codec<T> codec();

    /** At least two values, no two of them the same; the odder, the better. */
    protected abstract List<T> values();

    /** A value that is the same as the given one, but another object, made in another way where there is one. */
    protected abstract T copyOf(T value);

    /** Whether two values count as the same; by default whether they are equal. */
    protected boolean isSame(T first, T second) {
        return first.equals(second);
    }

    /** The values under test are some, and distinct: an empty check would prove nothing. */
    @Test
    public final void values_areSeveralAndDistinct() {
        List<T> values = values();
        assertThat(values).hasSizeGreaterThan(1);
        for (int i = 0; i < values.size(); i++) {
            assertThat(isSame(values.get(i), copyOf(values.get(i))))
                    .as("value %d is as its copy", i)
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(isSame(values.get(i), values.get(j)))
                        .as("values %d and %d are the same", i, j)
                        .isFalse();
            }
        }
    }

    /** The codec's type holds its values. */
    @Test
    public final void type_isThatOfTheValues() {
        assertThat(values()).allSatisfy(value -> assertThat(value).isInstanceOf(codec().type()));
    }

    /** The format is a name and a version, such as {@code table/1}. */
    @Test
    public final void format_isNameAndVersion() {
        assertThat(codec().format()).matches("[a-z][a-z0-9.-]*/[1-9][0-9]*");
    }

    /** What was encoded comes back. */
    @Test
    public final void decode_ofEncoded_givesTheSameValue() throws IOException {
        for (T value : values()) {
            T decoded = decode(encode(value));
            assertThat(isSame(decoded, value)).as("%s is as %s", decoded, value).isTrue();
        }
    }

    /** The same values give the same bytes: twice the same object, a copy, and the value that was read back. */
    @Test
    public final void encode_sameValues_givesEqualBytes() throws IOException {
        for (T value : values()) {
            byte[] bytes = encode(value);
            assertThat(encode(value)).as("%s again", value).isEqualTo(bytes);
            assertThat(encode(copyOf(value))).as("a copy of %s", value).isEqualTo(bytes);
            assertThat(encode(decode(bytes))).as("%s read back", value).isEqualTo(bytes);
        }
    }

    /** Different values give different bytes. */
    @Test
    public final void encode_differentValues_givesDifferentBytes() throws IOException {
        List<byte[]> all = encodeAll();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i)).as("bytes of values %d and %d", i, j).isNotEqualTo(all.get(j));
            }
        }
    }

    /** Encoding leaves its stream open. */
    @Test
    public final void encode_stream_isLeftOpen() throws IOException {
        for (T value : values()) {
            Unclosed out = new Unclosed();
            codec().encode(value, out);
            assertThat(out.closed).as("closed by %s", value).isFalse();
        }
    }

    /** A failing stream fails the encoding with an {@link IOException}. */
    @Test
    public final void encode_failingStream_throwsIoException() {
        for (T value : values()) {
            assertThatThrownBy(() -> codec().encode(value, new FullStream()))
                    .as("%s", value)
                    .isInstanceOf(IOException.class);
        }
    }

    /** Decoding reads all bytes of its value and leaves the stream open. */
    @Test
    public final void decode_stream_isReadToItsEndAndLeftOpen() throws IOException {
        for (byte[] bytes : encodeAll()) {
            Pieces in = new Pieces(bytes, bytes.length + 1);
            codec().decode(in);
            assertThat(in.closed).as("closed").isFalse();
            assertThat(in.read()).as("what is left").isEqualTo(-1);
        }
    }

    /** Decoding copes with a stream that gives few bytes at a time. */
    @Test
    public final void decode_streamInPieces_givesTheSameValue() throws IOException {
        for (T value : values()) {
            T decoded = codec().decode(new Pieces(encode(value), 3));
            assertThat(isSame(decoded, value)).as("%s is as %s", decoded, value).isTrue();
        }
    }

    /** Neither bytes nor values depend on the default locale and time zone. */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    public final void encode_underOtherLocaleAndZone_givesEqualBytes() throws IOException {
        List<byte[]> here = encodeAll();
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.startsWith("en") ? "Etc/GMT+12" : "Pacific/Kiritimati"));
                assertAsBefore(here, tag);
            }
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, locale);
            Locale.setDefault(Locale.Category.DISPLAY, shown);
            TimeZone.setDefault(zone);
        }
    }

    /** Several threads may use one codec. */
    @Test
    public final void codec_usedByThreadsAtOnce_givesWhatOneThreadGets() throws Exception {
        List<byte[]> expected = encodeAll();
        Codec<T> shared = codec();
        List<T> values = values();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<byte[]>> task = () -> {
            start.await();
            return twice(shared, values);
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<byte[]>>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(task));
            }
            for (Future<List<byte[]>> result : results) {
                assertEqual(result.get(), expected, "another thread");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertAsBefore(List<byte[]> before, String locale) throws IOException {
        assertEqual(encodeAll(), before, locale);
        List<T> values = values();
        for (int i = 0; i < values.size(); i++) {
            assertThat(isSame(decode(before.get(i)), values.get(i)))
                    .as("value %d under %s", i, locale)
                    .isTrue();
        }
    }

    private static void assertEqual(List<byte[]> actual, List<byte[]> expected, String when) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("value %d under %s", i, when).isEqualTo(expected.get(i));
        }
    }

    /** Encodes each value, decodes it and encodes what came out. */
    private static <T> List<byte[]> twice(Codec<T> codec, List<T> values) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (T value : values) {
            all.add(encode(codec, codec.decode(new ByteArrayInputStream(encode(codec, value)))));
        }
        return all;
    }

    private List<byte[]> encodeAll() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (T value : values()) {
            all.add(encode(value));
        }
        return all;
    }

    private byte[] encode(T value) throws IOException {
        return encode(codec(), value);
    }

    private static <T> byte[] encode(Codec<T> codec, T value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(value, out);
        return out.toByteArray();
    }

    private T decode(byte[] bytes) throws IOException {
        return codec().decode(new ByteArrayInputStream(bytes));
    }

    /** Remembers whether it was closed. */
    private static final class Unclosed extends FilterOutputStream {
        private boolean closed;

        Unclosed() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Takes nothing. */
    private static final class FullStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }

    /** Gives at most some bytes at a time and remembers whether it was closed. */
    private static final class Pieces extends FilterInputStream {
        private final int most;
        private boolean closed;

        Pieces(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, most));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
