package org.tributary.runtime.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.run.Reason;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.GitState.Commit;
import org.tributary.runtime.engine.KeyParts.NamedDigest;

/** All of a run as one JSON document, {@code run.json}: its graph, keys, outcomes, reasons, digests and versions. */
record RunRecord(
        RunReport<?> report, String pipeline, List<StepState> states, Instant started, Optional<Commit> commit) {

    private static final int FORMAT = 1;

    String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            writeRun(json);
            json.writeArrayFieldStart("steps");
            for (StepState state : states) {
                writeStep(json, state);
            }
            json.writeEndArray();
            writeTexts(json, "warnings", report.warnings());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void writeRun(JsonGenerator json) throws IOException {
        json.writeStringField("run", report.runId());
        json.writeStringField("pipeline", pipeline);
        json.writeStringField("status", report.status().name());
        json.writeStringField("started", started.toString());
        json.writeNumberField("millis", report.time().toMillis());
        json.writeStringField("tributary", Provenances.version());
        json.writeStringField("java", Runtime.version().toString());
        if (commit.isPresent()) {
            json.writeStringField("commit", commit.get().id());
            json.writeBooleanField("dirty", commit.get().dirty());
        }
    }

    private static void writeStep(JsonGenerator json, StepState state) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", state.plan().name());
        writeTexts(
                json,
                "inputs",
                state.plan().inputs().stream().map(StepPlan.InputPlan::name).toList());
        writeOutcome(json, state.outcome());
        Optional<String> digest = state.anyValue().flatMap(value -> value.digest(Optional.empty()));
        if (digest.isPresent()) {
            json.writeStringField("digest", digest.get());
            json.writeNumberField("bytes", state.value().bytes());
        }
        if (state.result().isPresent()) {
            writeKey(json, state.result().get().parts());
        }
        json.writeEndObject();
    }

    private static void writeOutcome(JsonGenerator json, StepOutcome outcome) throws IOException {
        json.writeStringField("outcome", outcome.word());
        json.writeStringField("reason", outcome.reason());
        if (outcome instanceof StepOutcome.Ran ran) {
            writeTexts(
                    json,
                    "reasons",
                    ran.reasons().stream().map(Reason::toString).toList());
        }
        json.writeNumberField("millis", outcome.time().toMillis());
    }

    private static void writeKey(JsonGenerator json, KeyParts parts) throws IOException {
        json.writeStringField("key", parts.key());
        json.writeStringField("class", parts.stepClass());
        json.writeStringField("code", parts.codeDigest());
        writeMap(json, "settings", parts.settings());
        writeMap(json, "libraries", parts.libraries());
        writeDigests(json, "input-digests", parts.inputs());
        writeDigests(json, "data", parts.data());
        writeTexts(json, "key-parts", parts.keyParts());
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, String field, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeDigests(JsonGenerator json, String field, List<NamedDigest> digests) throws IOException {
        json.writeObjectFieldStart(field);
        for (NamedDigest one : digests) {
            json.writeStringField(one.name(), one.digest());
        }
        json.writeEndObject();
    }
}
