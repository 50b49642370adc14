package org.tributary.steps.ingest;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/** A column whose cells are skipped: nobody asked for it, or it was read before. */
record IgnoredColumn(String name) implements CsvColumn {

    @Override
    public void add(CsvCell cell) {}

    @Override
    public CsvColumn part(@Nullable CsvColumn used, int rows) {
        return this;
    }

    @Override
    public void append(CsvColumn part) {}

    @Override
    public void reserve(int rows) {}

    @Override
    public Column build() {
        throw new IllegalStateException("the cells of \"" + name + "\" were skipped");
    }
}
