package org.tributary.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.tributary.run.Forecast;
import org.tributary.run.Reason;

/** Forecasts for people and for programs. */
final class ForecastText {

    private ForecastText() {}

    /** A line a step, with the answers below each other. */
    static String lines(List<Forecast> forecasts) {
        int width = forecasts.stream()
                .mapToInt(forecast -> forecast.step().length())
                .max()
                .orElse(0);
        return forecasts.stream()
                .map(forecast -> padded(forecast.step(), width) + "  " + answer(forecast) + "\n")
                .collect(Collectors.joining());
    }

    /** One document on one line. */
    static String json(List<Forecast> forecasts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("steps");
            for (Forecast forecast : forecasts) {
                write(json, forecast);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static String padded(String step, int width) {
        return step + " ".repeat(width - step.length());
    }

    /** The answer on one line, whatever is in the values that changed. */
    private static String answer(Forecast forecast) {
        return forecast.toString().substring(forecast.step().length() + 2).replaceAll("\\R", " ");
    }

    private static void write(JsonGenerator json, Forecast forecast) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", forecast.step());
        json.writeStringField("forecast", forecast.fold(hit -> "HIT", reasons -> "MISS", after -> "OPEN"));
        json.writeArrayFieldStart("reasons");
        for (Reason reason : forecast.reasons()) {
            json.writeString(reason.toString());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("after");
        for (String step : forecast.after()) {
            json.writeString(step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
