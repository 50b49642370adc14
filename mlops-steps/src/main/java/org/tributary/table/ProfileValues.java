package org.tributary.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;

/** How JSON shows the values of a column among its figures: numbers as they are, times as people read them. */
enum ProfileValues {
    NUMBERS {
        @Override
        void write(double value, JsonGenerator json) throws IOException {
            json.writeNumber(value);
        }

        /** NaN and infinities stand in JSON as texts. */
        @Override
        double read(JsonNode value) {
            return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
        }
    },
    TIMES {
        @Override
        void write(double value, JsonGenerator json) throws IOException {
            json.writeString(TimeColumn.textOf((long) value));
        }

        @Override
        double read(JsonNode value) {
            String text = value.asText();
            LocalDateTime time = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
            return BigDecimal.valueOf(time.toEpochSecond(ZoneOffset.UTC))
                    .movePointRight(6)
                    .add(BigDecimal.valueOf(time.getNano() / 1000))
                    .doubleValue();
        }
    };

    static ProfileValues of(ColumnType type) {
        return type == ColumnType.TIME ? TIMES : NUMBERS;
    }

    abstract void write(double value, JsonGenerator json) throws IOException;

    abstract double read(JsonNode value);

    Quantiles readQuantiles(JsonNode json) {
        return new Quantiles(
                read(json.required("p1")),
                read(json.required("p5")),
                read(json.required("p25")),
                read(json.required("p50")),
                read(json.required("p75")),
                read(json.required("p95")),
                read(json.required("p99")));
    }

    Histogram readHistogram(JsonNode json) {
        List<Double> edges = new ArrayList<>();
        json.required("edges").forEach(edge -> edges.add(read(edge)));
        List<Long> counts = new ArrayList<>();
        json.required("counts").forEach(count -> counts.add(count.longValue()));
        return new Histogram(edges, counts);
    }
}
