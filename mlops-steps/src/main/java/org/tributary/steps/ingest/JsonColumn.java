package org.tributary.steps.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.WholeColumn;

/** The values of one key; without a declared type it takes the type of its first value until a value does not fit. */
final class JsonColumn {
    private final Path path;
    private final String name;
    private final Optional<ColumnType> declared;
    /** Null until the first value. */
    private @Nullable ColumnParser values;

    private ColumnType type = ColumnType.TEXT;
    private int lastRow = -1;
    private long numbers;
    private @Nullable String misfit;
    private long misfitLine;

    JsonColumn(Path path, String name, Optional<ColumnType> declared) {
        this.path = path;
        this.name = name;
        this.declared = declared;
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
        char[] characters = text.toCharArray();
        if (declared.isPresent()) {
            addDeclared(declared.get(), characters, text, line);
        } else if (addInferred(kind, characters)) {
            numbers += isNumber() ? 1 : 0;
        } else {
            misfit = FileFaults.shortened(text);
            misfitLine = line;
        }
    }

    private void addDeclared(ColumnType wanted, char[] characters, String text, long line) {
        ColumnParser parser = values == null ? ColumnParser.declared(name, wanted) : values;
        values = upTo(lastRow, parser);
        if (!parser.add(characters, 0, characters.length)) {
            throw JsonLinesFaults.wrongType(path, line, name, wanted, text);
        }
    }

    private boolean addInferred(JsonToken kind, char[] characters) {
        if (values == null) {
            values = firstFitting(kind, characters);
            return true;
        }
        upTo(lastRow, values);
        boolean fits = type == ColumnType.TEXT || candidates(kind).contains(type);
        return fits && (values.add(characters, 0, characters.length) || addAsDecimal(characters));
    }

    private ColumnParser firstFitting(JsonToken kind, char[] characters) {
        for (ColumnType candidate : candidates(kind)) {
            ColumnParser parser = upTo(lastRow, ColumnParser.inferred(name, candidate));
            if (parser.add(characters, 0, characters.length)) {
                type = candidate;
                return parser;
            }
        }
        throw new IllegalStateException("text takes every value");
    }

    private static List<ColumnType> candidates(JsonToken kind) {
        return switch (kind) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> List.of(ColumnType.WHOLE, ColumnType.NUMBER, ColumnType.TEXT);
            case VALUE_TRUE, VALUE_FALSE -> List.of(ColumnType.BOOLEAN);
            default -> List.of(ColumnType.TIME, ColumnType.TEXT);
        };
    }

    private boolean addAsDecimal(char[] characters) {
        boolean decimal = type == ColumnType.WHOLE
                && ColumnParser.inferred(name, ColumnType.NUMBER).add(characters, 0, characters.length);
        if (decimal) {
            ColumnParser wider = ColumnParser.inferredAfter((WholeColumn) build(lastRow));
            wider.add(characters, 0, characters.length);
            values = wider;
            type = ColumnType.NUMBER;
        }
        return decimal;
    }

    private static ColumnParser upTo(int row, ColumnParser parser) {
        while (parser.size() < row) {
            parser.addMissing();
        }
        return parser;
    }

    private boolean isNumber() {
        return type == ColumnType.WHOLE || type == ColumnType.NUMBER;
    }

    boolean isMisread() {
        return misfit != null;
    }

    /** What the user should know about the type of this column. */
    Optional<String> warning() {
        return misfit != null && isNumber()
                ? Optional.of(JsonLinesFaults.mixed(path, name, numbers, misfit, misfitLine))
                : Optional.empty();
    }

    /** The column with so many rows. */
    Column build(int rows) {
        ColumnType wanted = declared.orElse(ColumnType.TEXT);
        return upTo(rows, values == null ? ColumnParser.inferred(name, wanted) : values)
                .build();
    }
}
