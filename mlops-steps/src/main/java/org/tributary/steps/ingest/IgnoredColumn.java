package org.tributary.steps.ingest;

import org.tributary.table.Column;

/** A column that is there already. */
record IgnoredColumn(String name) implements CsvColumn {

    @Override
    public void add(Cell cell) {
        // Read in the pass before.
    }

    @Override
    public Column build() {
        throw new IllegalStateException("column \"" + name + "\" was read in the pass before");
    }
}
