package org.tributary.table;

import java.nio.charset.StandardCharsets;

/** True and false, in upper and lower case. */
final class BooleanParser implements ColumnParser {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private final BooleanColumn.Builder builder;

    BooleanParser(String name) {
        this.builder = BooleanColumn.builder(name);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public boolean add(byte[] utf8, int offset, int length) {
        int from = Spaces.start(utf8, offset, length);
        int to = Spaces.end(utf8, from, offset, length);
        boolean isTrue = says(utf8, from, to, TRUE);
        if (!isTrue && !says(utf8, from, to, FALSE)) {
            return false;
        }
        builder.add(isTrue);
        return true;
    }

    private static boolean says(byte[] utf8, int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            // The bit that tells small ASCII letters from capital ones; it maps nothing else to these letters.
            if ((utf8[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addAll(ColumnParser later) {
        builder.addAll(((BooleanParser) later).builder);
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
    public BooleanColumn build() {
        return builder.build();
    }
}
