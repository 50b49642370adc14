package org.tributary.steps.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tributary.steps.json.JsonFields;
import org.tributary.steps.json.StrictJson;

/**
 * What a model folder holds: {@code manifest.json}.
 *
 * @param digest by which caches and exports know the model: what its provenance says, or else the SHA-256 of its encoded bytes
 * @param files size and digest of every other file by its name, sorted
 */
record Manifest(String digest, SortedMap<String, Entry> files) {

    static final String FORMAT = "tributary-model/1";
    private static final String FAMILY = "tributary-model/";

    /** A file of the folder. @param sha256 in lower-case hex */
    record Entry(long size, String sha256) {

        static Entry of(byte[] content) {
            return new Entry(content.length, Digests.of(content));
        }
    }

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Manifest of(String digest, Map<String, byte[]> contents) {
        SortedMap<String, Entry> files = new TreeMap<>();
        contents.forEach((name, content) -> files.put(name, Entry.of(content)));
        return new Manifest(digest, files);
    }

    byte[] toJson() {
        return StrictJson.write(out -> {
            out.writeStringField("format", FORMAT);
            out.writeStringField("digest", digest);
            out.writeArrayFieldStart("files");
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                StrictJson.object(out, fields -> {
                    fields.writeStringField("name", file.getKey());
                    fields.writeNumberField("size", file.getValue().size());
                    fields.writeStringField("sha256", file.getValue().sha256());
                });
            }
            out.writeEndArray();
        });
    }

    /** Whether these bytes are a manifest of some version of this format. */
    static boolean isOne(byte[] bytes, String document) {
        return StrictJson.read(bytes, document).text("format").startsWith(FAMILY);
    }

    static Manifest fromJson(byte[] bytes, String document) {
        JsonFields fields = StrictJson.read(bytes, document).only("format", "digest", "files");
        String format = fields.text("format");
        if (!format.equals(FORMAT)) {
            throw fields.fault("has the format \"" + format + "\", and this version reads \"" + FORMAT + "\"");
        }
        SortedMap<String, Entry> files = new TreeMap<>();
        for (JsonFields file : fields.objects("files")) {
            file.only("name", "size", "sha256");
            String name = file.text("name");
            if (!isPlain(name) || files.containsKey(name)) {
                throw file.fault("has the name \"" + name + "\", which is no plain name or is there twice");
            }
            files.put(name, new Entry(file.whole("size"), file.text("sha256")));
        }
        return new Manifest(fields.text("digest"), files);
    }

    /** One file directly in the folder: no separator, no parent, no drive, nothing hidden. */
    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*") && !name.equals(ModelFolder.MANIFEST);
    }

    /** The names that must be there and are not. */
    List<String> without(String... needed) {
        List<String> absent = new ArrayList<>(List.of(needed));
        absent.removeAll(files.keySet());
        return absent;
    }
}
