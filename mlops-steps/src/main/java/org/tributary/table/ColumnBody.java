package org.tributary.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/** What follows a column's name and type in the bytes of a table; {@link TableCodec} says the form. */
interface ColumnBody {
    ColumnCases<ColumnBody> WRITER = new Writer();

    void writeTo(ByteSink sink) throws IOException;

    /** How many bytes a code takes beside so many dictionary entries. */
    static int codeWidth(int entries) {
        return entries <= 255 ? 1 : entries <= 65_535 ? 2 : 4;
    }

    /** Gives each type's form. */
    final class Writer implements ColumnCases<ColumnBody> {

        @Override
        public ColumnBody numbers(NumberColumn column) {
            return sink -> writeLongs(column.size(), row -> Double.doubleToLongBits(column.value(row)), sink);
        }

        @Override
        public ColumnBody wholes(WholeColumn column) {
            return sink -> {
                writeGaps(column, sink);
                writeLongs(column.size(), column::value, sink);
            };
        }

        @Override
        public ColumnBody times(TimeColumn column) {
            return sink -> {
                writeGaps(column, sink);
                writeLongs(column.size(), column::value, sink);
            };
        }

        @Override
        public ColumnBody booleans(BooleanColumn column) {
            return sink -> {
                for (int row = 0; row < column.size(); row++) {
                    sink.writeByte(column.state(row));
                }
            };
        }

        @Override
        public ColumnBody text(TextColumn column) {
            return sink -> {
                List<String> used = column.values();
                sink.writeInt(used.size());
                for (String text : used) {
                    sink.writeText(text);
                }
                writeCodes(column, codeWidth(used.size()), sink);
            };
        }

        private static void writeGaps(Column column, ByteSink sink) throws IOException {
            BitSet missing = new BitSet();
            for (int row = 0; row < column.size(); row++) {
                if (column.isMissing(row)) {
                    missing.set(row);
                }
            }
            sink.writeByte(missing.isEmpty() ? 0 : 1);
            if (!missing.isEmpty()) {
                byte[] bits = Arrays.copyOf(missing.toByteArray(), (column.size() + 7) / 8);
                sink.writeBytes(ByteBuffer.wrap(bits));
            }
        }

        private static void writeLongs(int count, IntToLongFunction values, ByteSink sink) throws IOException {
            for (int start = 0; start < count; start += ByteSink.BLOCK) {
                int end = Math.min(count - start, ByteSink.BLOCK) + start;
                ByteBuffer buffer = sink.room((end - start) * Long.BYTES);
                for (int row = start; row < end; row++) {
                    buffer.putLong(values.applyAsLong(row));
                }
            }
        }

        private static void writeCodes(TextColumn column, int width, ByteSink sink) throws IOException {
            int[] renumbered = new int[column.dictionary().size()];
            int next = 0;
            for (int row = 0; row < column.size(); row++) {
                int code = column.code(row);
                if (code != TextColumn.MISSING && renumbered[code] == 0) {
                    renumbered[code] = ++next;
                }
                writeCode(code == TextColumn.MISSING ? 0 : renumbered[code], width, sink.room(width));
            }
        }

        private static void writeCode(int code, int width, ByteBuffer buffer) {
            if (width == 1) {
                buffer.put((byte) code);
            } else if (width == 2) {
                buffer.putShort((short) code);
            } else {
                buffer.putInt(code);
            }
        }
    }
}
