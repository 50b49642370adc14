package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.WholeColumn;

/** A column that takes the type of its first value until a value does not fit. */
final class InferredColumn implements CsvColumn {
    private static final List<ColumnType> TYPES =
            List.of(ColumnType.WHOLE, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.TIME, ColumnType.TEXT);

    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.WHOLE, ColumnType.NUMBER);

    /** From how many values on it is odd that the next one is of no number. */
    private static final int NOTABLE = 10;

    private final Path path;
    private final String name;
    private final MissingTokens missing;
    /** Null until the first value. */
    private @Nullable ColumnParser values;

    private ColumnType type = ColumnType.TEXT;
    private long leadingMissing;
    private long fitting;
    private @Nullable String misfit;
    private long misfitLine;

    InferredColumn(Path path, String name, MissingTokens missing) {
        this.path = path;
        this.name = name;
        this.missing = missing;
    }

    @Override
    public void add(Cell cell) {
        if (misfit != null) {
            return;
        }
        if (missing.contains(cell)) {
            addMissing();
        } else if (values == null) {
            values = firstFitting(cell);
            fitting++;
        } else if (cell.addTo(values) || addAsDecimal(cell)) {
            fitting++;
        } else {
            misfit = FileFaults.shortened(cell.toString());
            misfitLine = cell.line();
        }
    }

    private void addMissing() {
        if (values == null) {
            leadingMissing++;
        } else {
            values.addMissing();
        }
    }

    private ColumnParser firstFitting(Cell cell) {
        for (ColumnType candidate : TYPES) {
            ColumnParser parser = afterLeadingMissing(candidate);
            if (cell.addTo(parser)) {
                type = candidate;
                return parser;
            }
        }
        throw new IllegalStateException("text takes every cell");
    }

    private ColumnParser afterLeadingMissing(ColumnType candidate) {
        ColumnParser parser = ColumnParser.inferred(name, candidate);
        for (long i = 0; i < leadingMissing; i++) {
            parser.addMissing();
        }
        return parser;
    }

    private boolean addAsDecimal(Cell cell) {
        boolean decimal = type == ColumnType.WHOLE && cell.addTo(ColumnParser.inferred(name, ColumnType.NUMBER));
        if (decimal) {
            values = ColumnParser.inferredAfter((WholeColumn) build());
            type = ColumnType.NUMBER;
            cell.addTo(values);
        }
        return decimal;
    }

    @Override
    public boolean isMisread() {
        return misfit != null;
    }

    @Override
    public Optional<String> warning() {
        return misfit != null && NUMBERS.contains(type) && fitting >= NOTABLE
                ? Optional.of(CsvFaults.almostNumbers(path, name, fitting, misfit, misfitLine))
                : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Column build() {
        return values == null ? afterLeadingMissing(ColumnType.TEXT).build() : values.build();
    }
}
