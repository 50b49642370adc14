package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/** A column that takes the type of its first value until a value does not fit. */
final class InferredColumn implements CsvColumn {
    private static final Set<NumberShape> WHOLE = EnumSet.of(NumberShape.WHOLE);
    private static final Set<NumberShape> NUMBER =
            EnumSet.of(NumberShape.WHOLE, NumberShape.DECIMAL, NumberShape.SPECIAL);
    private static final List<Function<String, Values>> TYPES = List.of(
            name -> new WholeValues(name, WHOLE),
            name -> new NumberValues(name, NUMBER),
            BooleanValues::new,
            TimeValues::new,
            TextValues::new);

    /** From how many values on it is odd that the next one is of no number. */
    private static final int NOTABLE = 10;

    private final Path path;
    private final String name;
    private final MissingTokens missing;
    /** Null until the first value. */
    private @Nullable Values values;

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
        } else if (values.add(cell) || addAsDecimal(cell)) {
            fitting++;
        } else {
            misfit = CsvFaults.shortened(cell.toString());
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

    private Values firstFitting(Cell cell) {
        for (Function<String, Values> type : TYPES) {
            Values candidate = afterLeadingMissing(type.apply(name));
            if (candidate.add(cell)) {
                return candidate;
            }
        }
        throw new IllegalStateException("text takes every cell");
    }

    private Values afterLeadingMissing(Values empty) {
        for (long i = 0; i < leadingMissing; i++) {
            empty.addMissing();
        }
        return empty;
    }

    private boolean addAsDecimal(Cell cell) {
        if (!(values instanceof WholeValues wholes)
                || NumberShape.of(cell.characters(), cell.from(), cell.to()) == NumberShape.OTHER) {
            return false;
        }
        Values decimals = new NumberValues(wholes.build(), NUMBER);
        boolean added = decimals.add(cell);
        values = added ? decimals : values;
        return added;
    }

    @Override
    public boolean isMisread() {
        return misfit != null;
    }

    @Override
    public Optional<String> warning() {
        boolean numbers = values instanceof WholeValues || values instanceof NumberValues;
        return misfit != null && numbers && fitting >= NOTABLE
                ? Optional.of(CsvFaults.almostNumbers(path, name, fitting, misfit, misfitLine))
                : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Column build() {
        return values == null ? afterLeadingMissing(new TextValues(name)).build() : values.build();
    }
}
