package org.tributary.table;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whole numbers. */
final class WholeParser implements ColumnParser {
    private final WholeColumn.Builder builder;
    private final Set<NumberShape> allowed;

    WholeParser(String name, Set<NumberShape> allowed) {
        this.builder = WholeColumn.builder(name);
        this.allowed = allowed;
    }

    @Override
    public ColumnType type() {
        return ColumnType.WHOLE;
    }

    @Override
    public boolean add(byte[] utf8, int offset, int length) {
        int from = Spaces.start(utf8, offset, length);
        int to = Spaces.end(utf8, from, offset, length);
        NumberShape shape = NumberShape.of(utf8, from, to);
        if (!allowed.contains(shape)) {
            return false;
        }
        if (shape == NumberShape.WHOLE) {
            builder.add(parse(utf8, from, to));
            return true;
        }
        return addCode(new String(utf8, from, to - from, StandardCharsets.US_ASCII));
    }

    private boolean addCode(String code) {
        try {
            builder.add(Long.parseLong(code));
            return true;
        } catch (NumberFormatException noWholeNumberOf64Bits) {
            return false;
        }
    }

    private static long parse(byte[] utf8, int from, int to) {
        boolean negative = utf8[from] == '-';
        long value = 0;
        // Counted below zero, where the least number has its place.
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 - (utf8[i] - '0');
        }
        return negative ? value : -value;
    }

    @Override
    public int addPlain(PlainCells plain, int at) {
        int end = plain.readWhole(at);
        if (end > at) {
            builder.add(plain.whole());
        }
        return end;
    }

    @Override
    public void addAll(ColumnParser later) {
        builder.addAll(((WholeParser) later).builder);
    }

    void addTo(NumberColumn.Builder numbers) {
        builder.addTo(numbers);
    }

    @Override
    public void reserve(int rows) {
        builder.reserve(rows);
    }

    @Override
    public void clear() {
        builder.clear();
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public int size() {
        return builder.size();
    }

    @Override
    public WholeColumn build() {
        return builder.build();
    }
}
