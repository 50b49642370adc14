package org.tributary.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/** Reads profiles that {@link ProfileWriter} wrote. */
final class ProfileJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ProfileJson() {}

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
