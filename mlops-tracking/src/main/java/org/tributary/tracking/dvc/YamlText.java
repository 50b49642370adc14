package org.tributary.tracking.dvc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads small YAML files into maps, lists and strings, so that a name such as {@code yes} or {@code 1e5} stays a name.
 *
 * <p>Refuses what has no place in such files: anchors, aliases, duplicate keys, a second document, more than 1 MiB.
 */
final class YamlText {

    private static final long LARGEST = 1 << 20;
    private static final int DEEPEST = 50;
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final YAMLParser parser;

    private YamlText(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The document: a map, list, string, or null for nothing. */
    static @Nullable Object read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw DvcTrouble.badPointer(file, "it has more than " + LARGEST + " bytes");
        }
        try (YAMLParser parser = FACTORY.createParser(Files.readAllBytes(file))) {
            return new YamlText(file, parser).document();
        } catch (JsonProcessingException e) {
            throw DvcTrouble.badPointer(
                    file,
                    "line " + e.getLocation().getLineNr() + " is no YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private @Nullable Object document() throws IOException {
        JsonToken first = parser.nextToken();
        Object value = first == null ? null : value(first, 0);
        if (parser.nextToken() != null) {
            throw refused("there is a second document");
        }
        return value;
    }

    private @Nullable Object value(JsonToken token, int depth) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null || depth > DEEPEST) {
            throw refused("anchors, aliases and deep nesting are not allowed");
        }
        switch (token) {
            case START_OBJECT:
                return map(depth);
            case START_ARRAY:
                return list(depth);
            case VALUE_NULL:
                return null;
            default:
                return parser.getText();
        }
    }

    private Map<String, @Nullable Object> map(int depth) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            map.put(name, value(parser.nextToken(), depth + 1));
        }
        return map;
    }

    private List<@Nullable Object> list(int depth) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(token, depth + 1));
        }
        return list;
    }

    private IOException refused(String why) {
        return DvcTrouble.badPointer(file, "line " + parser.currentLocation().getLineNr() + ": " + why);
    }
}
