package org.tributary.steps.ingest;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;

/** A column whose type was declared: a value of another type is an error, or put aside. */
final class DeclaredColumn implements CsvColumn {
    private final String name;
    private final ColumnType type;
    private final ColumnParser values;
    /** Null if a value of another type is an error. */
    private final @Nullable Misfits misfits;

    DeclaredColumn(String name, ColumnType type, @Nullable Misfits misfits) {
        this.name = name;
        this.type = type;
        this.values = ColumnParser.declared(name, type);
        this.misfits = misfits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnParser plainCells() {
        return values;
    }

    @Override
    public void add(CsvCell cell) {
        if (cell.isMissing()) {
            values.addMissing();
        } else if (!cell.test(values)) {
            addMisfit(cell);
        }
    }

    private void addMisfit(CsvCell cell) {
        String text = cell.toString();
        if (misfits == null) {
            throw new CsvMistake(cell.row(), at -> CsvFaults.wrongType(at, name, type, text));
        }
        misfits.add(values.size(), text);
        values.addMissing();
    }

    @Override
    public CsvColumn part(@Nullable CsvColumn used, int rows) {
        if (used instanceof DeclaredColumn again) {
            again.clear();
            return again;
        }
        DeclaredColumn part = new DeclaredColumn(name, type, misfits == null ? null : new Misfits());
        part.reserve(rows);
        return part;
    }

    @Override
    public void append(CsvColumn part) {
        DeclaredColumn later = (DeclaredColumn) part;
        if (misfits != null && later.misfits != null) {
            misfits.addAll(later.misfits, values.size());
        }
        values.addAll(later.values);
    }

    private void clear() {
        values.clear();
        if (misfits != null) {
            misfits.clear();
        }
    }

    @Override
    public void reserve(int rows) {
        values.reserve(rows);
    }

    @Override
    public Column build() {
        return values.build();
    }
}
