package org.tributary.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.tributary.runtime.value.Samples.Chain;
import org.tributary.runtime.value.Samples.Containers;
import org.tributary.runtime.value.Samples.Mixed;
import org.tributary.runtime.value.Samples.Scalars;

/** A document of any bytes gives a value or an {@link IOException}, in little memory. */
final class CorruptDocumentTest {

    private static final long SEED = 4711;

    private final Map<Type, Object> values = new LinkedHashMap<>();

    CorruptDocumentTest() {
        values.put(Scalars.class, Samples.SCALARS);
        values.put(Containers.class, Samples.CONTAINERS);
        values.put(Mixed.class, Samples.MIXED);
        values.put(double[].class, new double[] {1, 2, 3});
        values.put(int[].class, new int[] {1, 2, 3});
        values.put(String.class, "a lone \ud834 and more");
    }

    /** One document under test. */
    private record Document(ValueForm form, EncodedValue encoded, MemoryObjects objects) {

        byte[] bytes() {
            return objects.content(encoded.root());
        }

        Object read(byte[] content) throws IOException {
            objects.replace(encoded.root(), content);
            return form.decode(encoded.root(), objects);
        }

        /** Whether other bytes were refused in the only way that is allowed. */
        boolean refuses(byte[] content) {
            byte[] intact = bytes();
            try {
                read(content);
                return false;
            } catch (IOException e) {
                return true;
            } finally {
                objects.replace(encoded.root(), intact);
            }
        }
    }

    private Document document(Type type) throws Exception {
        ValueForm form = Samples.forms().of(type);
        EncodedValue encoded = form.encode(values.get(type));
        return new Document(form, encoded, MemoryObjects.of(encoded));
    }

    @Test
    void document_cutAnywhere_isRefused(TestReporter reporter) throws Exception {
        int cuts = 0;
        for (Type type : values.keySet()) {
            Document document = document(type);
            byte[] bytes = document.bytes();
            for (int length = 0; length < bytes.length; length++) {
                assertThat(document.refuses(Arrays.copyOf(bytes, length)))
                        .as(type + " cut to " + length)
                        .isTrue();
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(1000);
        reporter.publishEntry("cuts", cuts + " of " + cuts);
    }

    @Test
    void document_withMore_isRefused() throws Exception {
        for (Type type : values.keySet()) {
            Document document = document(type);
            byte[] bytes = document.bytes();

            assertThat(document.refuses(Arrays.copyOf(bytes, bytes.length + 1)))
                    .as(type.toString())
                    .isTrue();
        }
    }

    @Test
    void document_withRandomBytes_throwsNothingElse(TestReporter reporter) throws Exception {
        Random random = new Random(SEED);
        int refused = 0;
        int all = 0;
        for (Type type : values.keySet()) {
            Document document = document(type);
            for (int round = 0; round < 3000; round++) {
                byte[] bytes = document.bytes().clone();
                for (int flips = random.nextInt(3); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                refused += refused(document, bytes, type + ", seed " + SEED + ", round " + round) ? 1 : 0;
                all++;
            }
        }
        assertThat(refused).isGreaterThan(all / 2);
        reporter.publishEntry("random documents", refused + " of " + all + " refused, the rest read");
    }

    private static boolean refused(Document document, byte[] bytes, String description) {
        try {
            return document.refuses(bytes);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(description, e);
        }
    }

    @Test
    void document_withHugeLengths_allocatesNothing() throws Exception {
        for (Type type : values.keySet()) {
            Document document = document(type);
            byte[] intact = document.bytes();
            int start = ByteBuffer.wrap(intact).getInt() + 4;
            for (int at = start; at + 4 <= intact.length; at++) {
                for (int length : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Integer.MIN_VALUE, -1}) {
                    byte[] bytes = intact.clone();
                    ByteBuffer.wrap(bytes).putInt(at, length);
                    refused(document, bytes, type + " with " + length + " at " + at);
                }
            }
        }
    }

    @Test
    void document_ofDeepRecursion_isRefused() throws Exception {
        ValueForm form = Samples.forms().of(Chain.class);
        int depth = 200_000;
        byte[] header = ("tributary-value/1 " + form.name()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(4 + header.length + depth * 8);
        bytes.putInt(header.length).put(header);
        while (bytes.remaining() > 8) {
            bytes.putInt(bytes.remaining() - 4).putInt(1);
        }
        bytes.putInt(4).putInt(0);

        assertThatThrownBy(() -> form.fromBytes(bytes.array()))
                .isInstanceOf(IOException.class)
                .hasMessage("the document of a Chain(next:optional(Chain)) is nested too deeply");
    }

    record Range(int low, int high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException(low + " > " + high);
            }
        }
    }

    @Test
    void record_thatRefusesItsComponents_isAnIOException() throws Exception {
        ValueForm form = Samples.forms().of(Range.class);
        byte[] bytes = form.toBytes(new Range(1, 2));
        bytes[bytes.length - 1] = 0;

        assertThatThrownBy(() -> form.fromBytes(bytes))
                .isInstanceOf(IOException.class)
                .hasMessage("Range refuses the stored components");
    }

    @Test
    void toBytes_ofAFormWithObjects_isRefused() throws Exception {
        ValueForm form = Samples.forms().of(Mixed.class);

        assertThatThrownBy(() -> form.toBytes(Samples.MIXED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("refers to objects");
    }
}
