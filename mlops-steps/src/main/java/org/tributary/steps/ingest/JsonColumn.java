package org.tributary.steps.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;

/** The values of one key; without a declared type it takes the type of its first value until a value does not fit. */
final class JsonColumn {
    private final Path path;
    private final String name;
    private final Optional<ColumnType> declared;
    private final Optional<Misfits> misfits;
    private final InferredValues values;
    private int lastRow = -1;
    private @Nullable String misfit;
    private long misfitLine;

    JsonColumn(Path path, String name, Optional<ColumnType> declared, Optional<Misfits> misfits) {
        this.path = path;
        this.name = name;
        this.declared = declared;
        this.misfits = misfits;
        this.values =
                declared.map(type -> InferredValues.declared(name, type)).orElseGet(() -> new InferredValues(name));
    }

    String name() {
        return name;
    }

    /** The last row that had the key, with a value or null; -1 before the first one. */
    int lastRow() {
        return lastRow;
    }

    /** Goes on to a row that has the key; the value, if any, is added next. */
    void enter(int row) {
        lastRow = row;
    }

    void add(JsonToken kind, String text, long line) {
        if (misfit != null) {
            return;
        }
        addMissing(lastRow);
        if (declared.isPresent()) {
            addDeclared(declared.get(), text, line);
        } else if (!addInferred(kind, text)) {
            misfit = FileFaults.shortened(text);
            misfitLine = line;
        }
    }

    private void addDeclared(ColumnType wanted, String text, long line) {
        if (!values.add(List.of(wanted), parser -> parser.add(text))) {
            misfits.orElseThrow(() -> JsonLinesFaults.wrongType(path, line, name, wanted, text))
                    .add(lastRow, text);
            values.addMissing();
        }
    }

    private boolean addInferred(JsonToken kind, String text) {
        List<ColumnType> candidates = candidates(kind);
        boolean fits = !values.hasType()
                || values.isType(ColumnType.TEXT)
                || candidates.stream().anyMatch(values::isType);
        return fits && values.add(candidates, parser -> parser.add(text));
    }

    private static List<ColumnType> candidates(JsonToken kind) {
        return switch (kind) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> List.of(ColumnType.WHOLE, ColumnType.NUMBER, ColumnType.TEXT);
            case VALUE_TRUE, VALUE_FALSE -> List.of(ColumnType.BOOLEAN);
            default -> List.of(ColumnType.TIME, ColumnType.TEXT);
        };
    }

    private void addMissing(int upTo) {
        while (values.size() < upTo) {
            values.addMissing();
        }
    }

    boolean isMisread() {
        return misfit != null;
    }

    /** What the user should know about the type of this column. */
    Optional<String> warning() {
        return misfit != null && values.numbers() > 0
                ? Optional.of(JsonLinesFaults.mixed(path, name, values.numbers(), misfit, misfitLine))
                : Optional.empty();
    }

    /** The column with so many rows. */
    Column build(int rows) {
        addMissing(rows);
        return values.build();
    }
}
