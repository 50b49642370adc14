package org.tributary.table;

/** Text, with the spaces around it. */
final class TextParser implements ColumnParser {
    private final TextColumn.Builder builder;

    TextParser(String name) {
        this.builder = TextColumn.builder(name);
    }

    @Override
    public boolean add(char[] characters, int offset, int length) {
        builder.add(characters, offset, length);
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
    public TextColumn build() {
        return builder.build();
    }
}
