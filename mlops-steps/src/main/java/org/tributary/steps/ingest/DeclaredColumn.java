package org.tributary.steps.ingest;

import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.PlainNumber;

/** A column whose type was declared: a value of another type is an error. */
final class DeclaredColumn implements CsvColumn {
    private final String name;
    private final ColumnType type;
    private final ColumnParser values;

    DeclaredColumn(String name, ColumnType type) {
        this.name = name;
        this.type = type;
        this.values = ColumnParser.declared(name, type);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int addPlain(PlainNumber plain, int at) {
        return values.addPlain(plain, at);
    }

    @Override
    public void add(CsvCell cell) {
        if (cell.isMissing()) {
            values.addMissing();
        } else if (!cell.addTo(values)) {
            String text = cell.toString();
            throw new CsvMistake(cell.row(), at -> CsvFaults.wrongType(at, name, type, text));
        }
    }

    @Override
    public CsvColumn part(@Nullable CsvColumn used, int rows) {
        if (used instanceof DeclaredColumn again) {
            again.values.clear();
            return again;
        }
        DeclaredColumn part = new DeclaredColumn(name, type);
        part.reserve(rows);
        return part;
    }

    @Override
    public void append(CsvColumn part) {
        values.addAll(((DeclaredColumn) part).values);
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
