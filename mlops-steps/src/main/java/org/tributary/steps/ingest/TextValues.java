package org.tributary.steps.ingest;

import org.tributary.table.TextColumn;

/** Text, with the spaces around it. */
final class TextValues implements Values {
    private final TextColumn.Builder builder;

    TextValues(String name) {
        this.builder = TextColumn.builder(name);
    }

    @Override
    public boolean add(Cell cell) {
        builder.add(cell.characters(), cell.offset(), cell.length());
        return true;
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public TextColumn build() {
        return builder.build();
    }
}
