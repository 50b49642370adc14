package org.tributary.steps.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.tributary.cache.RunProvenance;
import org.tributary.steps.json.StrictJson;

/** The document {@code provenance.json}: for people and other tools; a load reads the digest only. */
final class ProvenanceJson {

    private ProvenanceJson() {}

    static byte[] write(RunProvenance provenance) {
        return StrictJson.write(out -> {
            out.writeStringField("format", "provenance/1");
            out.writeStringField("runId", provenance.runId());
            out.writeStringField("step", provenance.step());
            out.writeStringField("key", provenance.key());
            out.writeStringField("digest", provenance.digest());
            texts(out, "data", provenance.data());
            texts(out, "versions", provenance.versions());
            if (provenance.commit().isPresent()) {
                out.writeStringField("commit", provenance.commit().get());
            }
            out.writeBooleanField("dirty", provenance.dirty());
        });
    }

    /** The digest of the value that the provenance is about; empty if it had none. */
    static String digest(byte[] bytes, String document) {
        return StrictJson.read(bytes, document).text("digest");
    }

    private static void texts(JsonGenerator out, String name, Map<String, String> texts) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.writeStringField(text.getKey(), text.getValue());
        }
        out.writeEndObject();
    }
}
