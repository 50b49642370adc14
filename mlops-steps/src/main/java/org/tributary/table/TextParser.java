package org.tributary.table;

/** Text, with the spaces around it. */
final class TextParser implements ColumnParser {
    private final TextColumn.Builder builder;

    TextParser(String name) {
        this.builder = TextColumn.builder(name);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public boolean add(byte[] utf8, int offset, int length) {
        builder.add(utf8, offset, length);
        return true;
    }

    @Override
    public int addPlain(PlainCells plain, int at) {
        int end = plain.textEnd(at);
        if (end > at) {
            builder.add(plain.utf8(), at, end - at);
        }
        return end;
    }

    /** Without the way over UTF-8, in which half a surrogate pair is lost. */
    @Override
    public boolean add(String text) {
        builder.add(text);
        return true;
    }

    @Override
    public void addAll(ColumnParser later) {
        builder.addAll(((TextParser) later).builder);
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
    public TextColumn build() {
        return builder.build();
    }
}
