package org.tributary.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/** Profiles as JSON; what a column has no figures for is left out. */
final class ProfileJson {
    /** Jackson's own digits: those of {@code Double.toString} changed with Java 19. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private ProfileJson() {}

    static byte[] write(TableProfile profile) {
        ObjectNode json = MAPPER.createObjectNode().put("rows", profile.rows());
        ArrayNode columns = json.putArray("columns");
        profile.columns().forEach(column -> writeColumn(column, columns.addObject()));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always written", impossible);
        }
    }

    private static void writeColumn(ColumnProfile column, ObjectNode json) {
        json.put("name", column.name()).put("type", column.type().label());
        json.put("count", column.count()).put("missing", column.missing()).put("distinct", column.distinct());
        column.numbers()
                .ifPresent(spread -> json.put("min", spread.min())
                        .put("max", spread.max())
                        .put("mean", spread.mean())
                        .put("deviation", spread.deviation()));
        column.times().ifPresent(range -> json.put("from", range.from()).put("to", range.to()));
        ProfileValues values = ProfileValues.of(column.type());
        column.quantiles().ifPresent(quantiles -> values.write(quantiles, json.putObject("quantiles")));
        column.histogram().ifPresent(histogram -> values.write(histogram, json.putObject("histogram")));
        ArrayNode top = json.putArray("top");
        column.top()
                .forEach(value -> top.addObject().put("value", value.value()).put("count", value.count()));
    }

    static TableProfile read(byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            List<ColumnProfile> columns = new ArrayList<>();
            json.required("columns").forEach(column -> columns.add(readColumn(column)));
            return new TableProfile(json.required("rows").longValue(), columns);
        } catch (IOException e) {
            throw new IllegalArgumentException("a table's profile is no JSON: " + e.getMessage(), e);
        }
    }

    private static ColumnProfile readColumn(JsonNode json) {
        List<TopValue> top = new ArrayList<>();
        json.required("top").forEach(value -> top.add(new TopValue(text(value, "value"), whole(value, "count"))));
        ColumnType type = ColumnType.valueOf(text(json, "type").toUpperCase(Locale.ROOT));
        ProfileValues values = ProfileValues.of(type);
        return new ColumnProfile(
                text(json, "name"),
                type,
                whole(json, "count"),
                whole(json, "missing"),
                whole(json, "distinct"),
                json.has("mean") ? Optional.of(readSpread(json)) : Optional.empty(),
                json.has("from") ? Optional.of(new TimeRange(text(json, "from"), text(json, "to"))) : Optional.empty(),
                Optional.ofNullable(json.get("quantiles")).map(values::readQuantiles),
                Optional.ofNullable(json.get("histogram")).map(values::readHistogram),
                top);
    }

    private static Spread readSpread(JsonNode json) {
        ProfileValues values = ProfileValues.NUMBERS;
        return new Spread(
                values.read(json.required("min")),
                values.read(json.required("max")),
                values.read(json.required("mean")),
                values.read(json.required("deviation")));
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static long whole(JsonNode json, String field) {
        return json.required(field).longValue();
    }
}
