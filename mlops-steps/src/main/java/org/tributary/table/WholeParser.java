package org.tributary.table;

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
    public boolean add(char[] characters, int offset, int length) {
        int from = Spaces.start(characters, offset, length);
        int to = Spaces.end(characters, from, offset, length);
        NumberShape shape = NumberShape.of(characters, from, to);
        if (!allowed.contains(shape)) {
            return false;
        }
        if (shape == NumberShape.WHOLE) {
            builder.add(parse(characters, from, to));
            return true;
        }
        return addCode(new String(characters, from, to - from));
    }

    private boolean addCode(String code) {
        try {
            builder.add(Long.parseLong(code));
            return true;
        } catch (NumberFormatException noWholeNumberOf64Bits) {
            return false;
        }
    }

    private static long parse(char[] characters, int from, int to) {
        boolean negative = characters[from] == '-';
        long value = 0;
        // Counted below zero, where the least number has its place.
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 - (characters[i] - '0');
        }
        return negative ? value : -value;
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
