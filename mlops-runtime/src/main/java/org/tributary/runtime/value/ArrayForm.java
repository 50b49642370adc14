package org.tributary.runtime.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array of doubles, ints, longs or bytes. */
record ArrayForm(Class<?> type) implements Form {

    static boolean fits(Class<?> type) {
        return type == double[].class || type == int[].class || type == long[].class || type == byte[].class;
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else if (value instanceof int[] ints) {
            ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(ints.length, Integer.BYTES));
            buffer.asIntBuffer().put(ints);
            out.bytes(buffer.array());
        } else if (value instanceof long[] longs) {
            ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(longs.length, Long.BYTES));
            buffer.asLongBuffer().put(longs);
            out.bytes(buffer.array());
        } else {
            out.bytes(doubles((double[]) value));
        }
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.bytes());
        if (type == byte[].class) {
            return bytes.array();
        }
        if (type == int[].class) {
            int[] ints = new int[length(bytes, Integer.BYTES)];
            bytes.asIntBuffer().get(ints);
            return ints;
        }
        long[] longs = new long[length(bytes, Long.BYTES)];
        bytes.asLongBuffer().get(longs);
        return type == long[].class
                ? longs
                : Arrays.stream(longs).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private int length(ByteBuffer bytes, int elementBytes) throws IOException {
        if (bytes.remaining() % elementBytes != 0) {
            throw new IOException(bytes.remaining() + " bytes are no " + name());
        }
        return bytes.remaining() / elementBytes;
    }

    private static byte[] doubles(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
        for (double value : values) {
            buffer.putLong(Double.doubleToLongBits(value));
        }
        return buffer.array();
    }
}
