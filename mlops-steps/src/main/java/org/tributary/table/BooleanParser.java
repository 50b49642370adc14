package org.tributary.table;

/** True and false, in upper and lower case. */
final class BooleanParser implements ColumnParser {
    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();
    private final BooleanColumn.Builder builder;

    BooleanParser(String name) {
        this.builder = BooleanColumn.builder(name);
    }

    @Override
    public boolean add(char[] characters, int offset, int length) {
        int from = Spaces.start(characters, offset, length);
        int to = Spaces.end(characters, from, offset, length);
        boolean isTrue = says(characters, from, to, TRUE);
        if (!isTrue && !says(characters, from, to, FALSE)) {
            return false;
        }
        builder.add(isTrue);
        return true;
    }

    private static boolean says(char[] characters, int from, int to, char[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            // The bit that tells small ASCII letters from capital ones; it maps nothing else to these letters.
            if ((characters[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
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
