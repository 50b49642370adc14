package org.tributary.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;

/** A report as one JSON document for programs. Metrics that are no number are {@code null}, as JSON has no word for them. */
final class ReportJson {

    private ReportJson() {}

    static String of(RunReport<?> report, Map<String, String> exports) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("run", report.runId());
            json.writeStringField("status", report.status().name());
            json.writeArrayFieldStart("steps");
            for (StepOutcome outcome : report.steps()) {
                write(json, outcome);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("metrics");
            for (Map.Entry<String, Double> metric : report.metrics().entrySet()) {
                write(json, metric.getKey(), metric.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("exports");
            for (Map.Entry<String, String> export : exports.entrySet()) {
                json.writeStringField(export.getKey(), export.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, StepOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", outcome.step());
        json.writeStringField("outcome", outcome.word());
        json.writeStringField("reason", outcome.reason());
        json.writeNumberField("millis", outcome.time().toMillis());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
