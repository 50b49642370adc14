package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;

/** A column whose type was declared: a value of another type is an error. */
final class DeclaredColumn implements CsvColumn {
    private static final Set<NumberShape> WHOLE = EnumSet.of(NumberShape.WHOLE, NumberShape.CODE);
    private static final Set<NumberShape> NUMBER = EnumSet.complementOf(EnumSet.of(NumberShape.OTHER));
    private final Path path;
    private final String name;
    private final ColumnType type;
    private final MissingTokens missing;
    private final Values values;

    DeclaredColumn(Path path, String name, ColumnType type, MissingTokens missing) {
        this.path = path;
        this.name = name;
        this.type = type;
        this.missing = missing;
        this.values = values(name, type);
    }

    private static Values values(String name, ColumnType type) {
        return switch (type) {
            case NUMBER -> new NumberValues(name, NUMBER);
            case WHOLE -> new WholeValues(name, WHOLE);
            case TEXT -> new TextValues(name);
            case BOOLEAN -> new BooleanValues(name);
            case TIME -> new TimeValues(name);
        };
    }

    @Override
    public void add(Cell cell) {
        if (missing.contains(cell)) {
            values.addMissing();
        } else if (!values.add(cell)) {
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
