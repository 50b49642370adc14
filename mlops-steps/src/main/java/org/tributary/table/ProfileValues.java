package org.tributary.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
        JsonNode write(double value) {
            return DoubleNode.valueOf(value);
        }

        /** NaN and infinities stand in JSON as texts. */
        @Override
        double read(JsonNode value) {
            return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
        }
    },
    TIMES {
        @Override
        JsonNode write(double value) {
            return TextNode.valueOf(TimeColumn.textOf((long) value));
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

    abstract JsonNode write(double value);

    abstract double read(JsonNode value);

    void write(Quantiles quantiles, ObjectNode json) {
        json.set("p1", write(quantiles.p1()));
        json.set("p5", write(quantiles.p5()));
        json.set("p25", write(quantiles.p25()));
        json.set("p50", write(quantiles.p50()));
        json.set("p75", write(quantiles.p75()));
        json.set("p95", write(quantiles.p95()));
        json.set("p99", write(quantiles.p99()));
    }

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

    void write(Histogram histogram, ObjectNode json) {
        ArrayNode edges = json.putArray("edges");
        histogram.edges().forEach(edge -> edges.add(write(edge)));
        ArrayNode counts = json.putArray("counts");
        histogram.counts().forEach(counts::add);
    }

    Histogram readHistogram(JsonNode json) {
        List<Double> edges = new ArrayList<>();
        json.required("edges").forEach(edge -> edges.add(read(edge)));
        List<Long> counts = new ArrayList<>();
        json.required("counts").forEach(count -> counts.add(count.longValue()));
        return new Histogram(edges, counts);
    }
}
