package org.tributary.steps.ingest;

import java.nio.file.Path;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;

/** A column whose type was declared: a value of another type is an error. */
final class DeclaredColumn implements CsvColumn {
    private final Path path;
    private final String name;
    private final ColumnType type;
    private final MissingTokens missing;
    private final ColumnParser values;

    DeclaredColumn(Path path, String name, ColumnType type, MissingTokens missing) {
        this.path = path;
        this.name = name;
        this.type = type;
        this.missing = missing;
        this.values = ColumnParser.declared(name, type);
    }

    @Override
    public void add(Cell cell) {
        if (missing.contains(cell)) {
            values.addMissing();
        } else if (!cell.addTo(values)) {
            throw CsvFaults.wrongType(path, name, type, cell);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Column build() {
        return values.build();
    }
}
