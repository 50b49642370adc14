package org.tributary.steps.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;

/** A column that takes the type of its first value until a value does not fit. */
final class InferredColumn implements CsvColumn {
    private static final List<ColumnType> TYPES =
            List.of(ColumnType.WHOLE, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.TIME, ColumnType.TEXT);

    private final String name;
    private InferredValues values;
    /** The first value, which decided the type; null if the type was known before. */
    private @Nullable Misfit first;

    private @Nullable Misfit misfit;

    InferredColumn(String name) {
        this(name, new InferredValues(name));
    }

    private InferredColumn(String name, InferredValues values) {
        this.name = name;
        this.values = values;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable ColumnParser plainCells() {
        return misfit == null ? values.parser() : null;
    }

    @Override
    public void add(CsvCell cell) {
        if (misfit != null) {
            return;
        }
        if (cell.isMissing()) {
            values.addMissing();
            return;
        }
        if (!values.hasType()) {
            first = misfit(cell);
        }
        if (!values.add(TYPES, cell)) {
            misfit = misfit(cell);
        }
    }

    private Misfit misfit(CsvCell cell) {
        return new Misfit(FileFaults.shortened(cell.toString()), cell.row(), values.numbers());
    }

    @Override
    public InferredColumn part(@Nullable CsvColumn used, int rows) {
        InferredValues empty = used instanceof InferredColumn again
                ? values.empty(again.values, rows)
                : values.empty(new InferredValues(name), rows);
        InferredColumn part = new InferredColumn(name, empty);
        part.misfit = misfit;
        return part;
    }

    @Override
    public void append(CsvColumn part) {
        if (misfit == null) {
            appendFitting((InferredColumn) part);
        }
    }

    private void appendFitting(InferredColumn part) {
        long before = values.numbers();
        if (!values.addAll(part.values)) {
            misfit = part.first;
        } else if (part.misfit != null) {
            misfit = part.misfit;
        }
        if (misfit != null) {
            misfit = new Misfit(misfit.text(), misfit.row(), before + misfit.numbers());
            // What was read is of no use, and the second reading needs the memory.
            values = new InferredValues(name);
        }
    }

    @Override
    public void reserve(int rows) {
        values.reserve(rows);
    }

    @Override
    public Optional<Misfit> misfit() {
        return Optional.ofNullable(misfit);
    }

    @Override
    public Column build() {
        return values.build();
    }
}
