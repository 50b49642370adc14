package org.tributary.steps.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/**
 * The fields of one JSON object, each read with the type that the reader expects.
 *
 * <p><b>Failure:</b> a missing field or another type is a {@link PipelineException} that names the place. <b>Threads:</b> safe.
 */
public final class JsonFields {

    private final JsonNode node;
    private final String place;

    private JsonFields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    static JsonFields of(@Nullable JsonNode node, String place) {
        if (node == null || !node.isObject()) {
            throw wrong(place, "must be an object");
        }
        return new JsonFields(node, place);
    }

    /** The names of the fields, in the order of the document. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Refuses fields that are not named here. */
    public JsonFields only(String... names) {
        for (String name : names()) {
            if (!List.of(names).contains(name)) {
                throw wrong(place, "has the unknown field \"" + name + "\"");
            }
        }
        return this;
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The text of a field. */
    public String text(String name) {
        return field(name, JsonNodeType.STRING).textValue();
    }

    /** The text of a field, empty if it is absent or null. */
    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A finite number. */
    public double number(String name) {
        double value = field(name, JsonNodeType.NUMBER).doubleValue();
        if (!Double.isFinite(value)) {
            throw wrong(at(name), "must be a finite number");
        }
        return value;
    }

    /** A whole number of 64 bits. */
    public long whole(String name) {
        JsonNode value = field(name, JsonNodeType.NUMBER);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(at(name), "must be a whole number");
        }
        return value.longValue();
    }

    /** True or false. */
    public boolean truth(String name) {
        return field(name, JsonNodeType.BOOLEAN).booleanValue();
    }

    /** The object of a field. */
    public JsonFields object(String name) {
        return new JsonFields(field(name, JsonNodeType.OBJECT), at(name));
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return list(name, (element, at) -> {
            if (!element.isTextual()) {
                throw wrong(at, "must be a text");
            }
            return element.textValue();
        });
    }

    /** A list of finite numbers. */
    public List<Double> numbers(String name) {
        return list(name, (element, at) -> {
            if (!element.isNumber() || !Double.isFinite(element.doubleValue())) {
                throw wrong(at, "must be a finite number");
            }
            return element.doubleValue();
        });
    }

    /** A list of objects. */
    public List<JsonFields> objects(String name) {
        return list(name, JsonFields::of);
    }

    /** A fault of this object, for rules that only its reader knows. */
    public PipelineException fault(String rule) {
        return wrong(place, rule);
    }

    private <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : field(name, JsonNodeType.ARRAY)) {
            values.add(read.apply(element, at(name) + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private JsonNode field(String name, JsonNodeType type) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw wrong(place, "has no field \"" + name + "\"");
        }
        if (value.getNodeType() != type) {
            throw wrong(at(name), "must be of type " + type.name().toLowerCase(Locale.ROOT));
        }
        return value;
    }

    private String at(String name) {
        return place + ": " + name;
    }

    private static PipelineException wrong(String place, String rule) {
        return new PipelineException("[JSON_UNEXPECTED] " + place + " " + rule + ".");
    }
}
