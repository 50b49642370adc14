package org.tributary.steps.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Table;

/** Takes the objects line by line into columns. */
final class JsonRows {
    private static final int MOST_COLUMNS = 200_000;
    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private final Path path;
    private final Set<String> missing;
    private final DeclaredTypes types;
    private final Map<String, JsonColumn> columns = new LinkedHashMap<>();
    private int count;

    JsonRows(Path path, Set<String> missing, DeclaredTypes types) {
        this.path = path;
        this.missing = missing;
        this.types = types;
    }

    void add(CharBuffer line, long number) throws IOException {
        try (JsonParser parser = json.createParser(line.array(), line.position(), line.remaining())) {
            JsonToken first = parser.nextToken();
            if (first != null) {
                addObject(first, parser, number);
            }
        } catch (JsonProcessingException e) {
            throw JsonLinesFaults.malformed(path, number, e);
        }
    }

    private void addObject(JsonToken first, JsonParser parser, long line) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw JsonLinesFaults.noObject(path, line, parser.getText());
        }
        for (@Nullable String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            addValue(column(key, line), parser, line);
        }
        if (parser.nextToken() != null) {
            throw JsonLinesFaults.secondValue(path, line, parser.getText());
        }
        count++;
    }

    private JsonColumn column(String key, long line) {
        JsonColumn column = columns.get(key);
        if (column == null) {
            column = newColumn(key, line);
        } else if (column.lastRow() == count) {
            throw JsonLinesFaults.duplicateKey(path, line, key);
        }
        column.enter(count);
        return column;
    }

    private JsonColumn newColumn(String key, long line) {
        if (columns.size() == MOST_COLUMNS) {
            throw JsonLinesFaults.tooManyKeys(path, line, MOST_COLUMNS);
        }
        JsonColumn column = new JsonColumn(path, key, types.type(key), types.misfits(key));
        columns.put(key, column);
        return column;
    }

    private void addValue(JsonColumn column, JsonParser parser, long line) throws IOException {
        JsonToken token = parser.nextToken();
        if (token.isStructStart()) {
            throw JsonLinesFaults.nested(path, line, column.name(), token == JsonToken.START_ARRAY);
        } else if (token != JsonToken.VALUE_NULL) {
            String text = parser.getText();
            if (hasLoneSurrogate(text)) {
                throw JsonLinesFaults.loneSurrogate(path, line, column.name());
            } else if (!missing.contains(text)) {
                column.add(token, text, line);
            }
        }
    }

    /** An escape can write half a character, which has no bytes; in keys the parser refuses it. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** Refuses a declared type for a key that no line has. */
    void checkDeclared() {
        if (columns.isEmpty()) {
            throw JsonLinesFaults.empty(path);
        }
        for (String declared : types.names()) {
            if (!columns.containsKey(declared)) {
                throw JsonLinesFaults.unknownKey(path, declared, List.copyOf(columns.keySet()));
            }
        }
    }

    int count() {
        return count;
    }

    /** The columns whose first values were not kept as the file writes them and that hold others, too. */
    List<String> misread() {
        return columns.values().stream()
                .filter(JsonColumn::isMisread)
                .map(JsonColumn::name)
                .toList();
    }

    List<String> warnings() {
        return columns.values().stream()
                .flatMap(column -> column.warning().stream())
                .toList();
    }

    Table table() {
        return Table.of(
                columns.values().stream().map(column -> column.build(count)).toList());
    }
}
