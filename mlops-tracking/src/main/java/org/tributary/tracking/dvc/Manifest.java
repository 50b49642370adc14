package org.tributary.tracking.dvc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a version of a folder consists of: an object whose name ends in {@code .dir}. Immutable.
 *
 * @param files the hash of each file by its path in the folder
 */
record Manifest(Map<Path, String> files) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Parses bytes whose hash was checked; names that lead out of the folder are refused. */
    static Manifest parse(Pointer pointer, byte[] content) throws IOException {
        JsonNode list = json(pointer, content);
        if (!list.isArray()) {
            throw DvcTrouble.badManifest(pointer, "it is no list");
        }
        Map<Path, String> files = new TreeMap<>();
        for (JsonNode entry : list) {
            Path path = path(pointer, entry.path("relpath").asText());
            String md5 = entry.path("md5").asText();
            if (!Md5.isHash(md5) || files.put(path, md5) != null) {
                throw DvcTrouble.badManifest(pointer, "the entry " + path + " has no hash of its own");
            }
        }
        return new Manifest(files);
    }

    private static JsonNode json(Pointer pointer, byte[] content) throws IOException {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw DvcTrouble.badManifest(pointer, "it is no JSON");
        }
    }

    private static Path path(Pointer pointer, String name) throws IOException {
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw DvcTrouble.badManifest(pointer, "the entry \"" + name + "\" is no plain relative path");
            }
        }
        try {
            Path path = Path.of(name);
            if (path.isAbsolute() || path.getRoot() != null) {
                throw DvcTrouble.badManifest(pointer, "the entry \"" + name + "\" is no plain relative path");
            }
            return path;
        } catch (InvalidPathException e) {
            throw DvcTrouble.badManifest(pointer, "this system cannot have a file named \"" + name + "\"");
        }
    }
}
