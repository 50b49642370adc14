package org.tributary.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/** Reads the type and the body of one column; {@link TableCodec} says the form. */
final class ColumnReader {
    private final ByteSource source;
    private final String name;
    private final int count;
    private final RowIndex rows;

    ColumnReader(ByteSource source, String name, int count) {
        this.source = source;
        this.name = name;
        this.count = count;
        this.rows = RowIndex.all(count);
    }

    Column read() throws IOException {
        int type = source.readByte();
        source.require(type < ColumnType.values().length, "column \"" + name + "\" has an unknown type");
        return switch (ColumnType.values()[type]) {
            case NUMBER -> new NumberColumn(name, readNumbers(), rows);
            case WHOLE -> new WholeColumn(name, readLongs(), rows);
            case TEXT -> readText();
            case BOOLEAN -> readBooleans();
            case TIME -> new TimeColumn(name, readLongs(), rows);
        };
    }

    private double[] readNumbers() throws IOException {
        double[] values = new double[Math.min(count, ByteSink.BLOCK)];
        for (int start = 0; start < count; ) {
            values = start == values.length ? Arrays.copyOf(values, ByteSource.grown(start, count)) : values;
            int end = Math.min(values.length - start, ByteSink.BLOCK) + start;
            ByteBuffer buffer = source.available((end - start) * Long.BYTES);
            for (int row = start; row < end; row++) {
                values[row] = Double.longBitsToDouble(buffer.getLong());
            }
            start = end;
        }
        return values;
    }

    private Longs readLongs() throws IOException {
        BitSet missing = readGaps();
        long[] values = new long[Math.min(count, ByteSink.BLOCK)];
        for (int start = 0; start < count; ) {
            values = start == values.length ? Arrays.copyOf(values, ByteSource.grown(start, count)) : values;
            int end = Math.min(values.length - start, ByteSink.BLOCK) + start;
            ByteBuffer buffer = source.available((end - start) * Long.BYTES);
            for (int row = start; row < end; row++) {
                values[row] = buffer.getLong();
            }
            start = end;
        }
        source.require(missing.stream().allMatch(new Zero(values)::at), named("has a value where it is missing"));
        return new Longs(values, missing);
    }

    /** Looks at values by position. */
    private record Zero(long[] values) {
        boolean at(int row) {
            return values[row] == 0;
        }
    }

    private BitSet readGaps() throws IOException {
        int form = source.readByte();
        source.require(form <= 1, named("says neither that it has gaps nor that it has none"));
        BitSet missing = form == 0 ? new BitSet() : BitSet.valueOf(source.readBytes((int) ((count + 7L) / 8)));
        source.require(missing.length() <= count && missing.isEmpty() == (form == 0), named("has impossible gaps"));
        return missing;
    }

    private BooleanColumn readBooleans() throws IOException {
        byte[] states = source.readBytes(count);
        for (byte state : states) {
            source.require(
                    state >= BooleanColumn.FALSE && state <= BooleanColumn.MISSING, named("has no true or false"));
        }
        return new BooleanColumn(name, states, rows);
    }

    private TextColumn readText() throws IOException {
        int entries = source.readCount("entries");
        List<String> dictionary = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            dictionary.add(source.readText());
        }
        source.require(new HashSet<>(dictionary).size() == entries, named("has a text twice in its dictionary"));
        return new TextColumn(name, readCodes(entries), List.copyOf(dictionary), rows);
    }

    private int[] readCodes(int entries) throws IOException {
        int width = ColumnBody.codeWidth(entries);
        int[] codes = new int[Math.min(count, ByteSink.BLOCK)];
        int used = 0;
        for (int row = 0; row < count; row++) {
            codes = row == codes.length ? Arrays.copyOf(codes, ByteSource.grown(row, count)) : codes;
            int code = readCode(width);
            // Entries are numbered by first use, so a code is at most one more than all before it.
            source.require(
                    code >= 0 && code <= Math.min(used + 1, entries), named("has a code that is not the next one"));
            used = Math.max(used, code);
            codes[row] = code - 1;
        }
        source.require(used == entries, named("has entries that no row uses"));
        return codes;
    }

    private int readCode(int width) throws IOException {
        ByteBuffer buffer = source.available(width);
        if (width == 1) {
            return Byte.toUnsignedInt(buffer.get());
        }
        return width == 2 ? Short.toUnsignedInt(buffer.getShort()) : buffer.getInt();
    }

    private String named(String fault) {
        return "column \"" + name + "\" " + fault;
    }
}
