package org.tributary.steps.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tributary.pipeline.PipelineException;

/**
 * JSON with one form for one value, and a reader that takes nothing else than well-formed, shallow documents.
 *
 * <p>Written: UTF-8, two spaces, line feeds, fields in the order of the writer, doubles in the shortest form that reads back
 * to the same bits whatever the Java version. Read: no duplicate fields, no second document, at most 32 levels deep. Types
 * are never chosen by the document. <b>Threads:</b> safe.
 */
public final class StrictJson {

    private static final int DEEPEST = 32;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Writes the fields of one object. */
    @FunctionalInterface
    public interface Fields {

        /** Writes the fields, not the braces around them. */
        void write(JsonGenerator out) throws IOException;
    }

    /** The document of one object, ended by a line feed. */
    public static byte[] write(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = MAPPER.getFactory().createGenerator(bytes)) {
            out.setPrettyPrinter(printer());
            object(out, fields);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes an object as a value: the element of a list, or the value of the field named last. */
    public static void object(JsonGenerator out, Fields fields) throws IOException {
        out.writeStartObject();
        fields.write(out);
        out.writeEndObject();
    }

    /**
     * Reads one object.
     *
     * @param document what the bytes are, for messages, such as {@code preparation.json}
     * @throws PipelineException the bytes are no JSON object, or it holds a field twice
     */
    public static JsonFields read(byte[] bytes, String document) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            return JsonFields.of(tree, document);
        } catch (JsonProcessingException e) {
            throw new PipelineException("[JSON_MALFORMED] " + document + " is not well-formed JSON: " + where(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(JsonProcessingException e) {
        String fault = e.getOriginalMessage().replace('\n', ' ');
        return e.getLocation() == null
                ? fault + "."
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": " + fault + ".";
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
