package org.tributary.steps.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

class StrictJsonTest {

    private static JsonFields read(String json) {
        return StrictJson.read(json.getBytes(UTF_8), "x.json");
    }

    @Test
    void write_anyLocaleAndSystem_givesTheseBytes() {
        byte[] bytes = StrictJson.write(out -> {
            out.writeStringField("text", "I \u0130 \"quoted\"");
            out.writeNumberField("tenth", 0.1);
            out.writeNumberField("least", Double.MIN_VALUE);
            out.writeNumberField("large", 2.0E23);
            out.writeNumberField("count", 1234567L);
        });
        assertThat(new String(bytes, UTF_8)).isEqualTo("""
                        {
                          "text" : "I \u0130 \\"quoted\\"",
                          "tenth" : 0.1,
                          "least" : 4.9E-324,
                          "large" : 2.0E23,
                          "count" : 1234567
                        }
                        """);
    }

    @Test
    void read_eachType_givesItsValue() {
        JsonFields fields =
                read("{\"t\":\"a\",\"n\":1.5,\"w\":7,\"b\":true,\"l\":[\"x\",\"y\"],\"o\":{\"k\":\"v\"},\"z\":null}");
        assertThat(fields.text("t")).isEqualTo("a");
        assertThat(fields.number("n")).isEqualTo(1.5);
        assertThat(fields.whole("w")).isEqualTo(7);
        assertThat(fields.truth("b")).isTrue();
        assertThat(fields.texts("l")).isEqualTo(List.of("x", "y"));
        assertThat(fields.object("o").text("k")).isEqualTo("v");
        assertThat(fields.has("z")).isFalse();
        assertThat(fields.optionalText("z")).isEmpty();
        assertThat(fields.optionalText("t")).contains("a");
        assertThat(fields.names()).containsExactly("t", "n", "w", "b", "l", "o", "z");
    }

    @Test
    void read_otherType_namesThePlace() {
        JsonFields fields = read("{\"t\":\"a\",\"n\":1.5,\"l\":[\"x\",1],\"o\":[{},[]]}");
        Map<Consumer<JsonFields>, String> faults = Map.of(
                f -> f.number("t"), "x.json: t must be of type number",
                f -> f.text("n"), "x.json: n must be of type string",
                f -> f.whole("n"), "x.json: n must be a whole number",
                f -> f.truth("n"), "x.json: n must be of type boolean",
                f -> f.texts("l"), "x.json: l[1] must be a text",
                f -> f.objects("o"), "x.json: o[1] must be an object",
                f -> f.object("t"), "x.json: t must be of type object",
                f -> f.text("u"), "x.json has no field \"u\"",
                f -> f.only("t", "n", "l"), "x.json has the unknown field \"o\"");
        faults.forEach((call, text) -> assertThatThrownBy(() -> call.accept(fields))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JSON_UNEXPECTED] " + text + "."));
    }

    @Test
    void read_malformed_namesLineAndColumn() {
        assertThatThrownBy(() -> read("{\n \"a\" : }"))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[JSON_MALFORMED] x.json is not well-formed JSON: line 2, column ");
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}"))
                .hasMessage("[JSON_MALFORMED] x.json is not well-formed JSON: line 1, column 11: Duplicate field 'a'.");
        for (String json : List.of("", "[]", "7", "{} {}", "{\"a\":NaN}", "{'a':1}", "{\"a\":1,}", "{\"a\":01}")) {
            assertThatThrownBy(() -> read(json)).as(json).isInstanceOf(PipelineException.class);
        }
    }

    @Test
    void read_bombs_areRefusedAtOnce() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> read("{\"a\":" + deep)).isInstanceOf(PipelineException.class);
        String digits = "9".repeat(5_000);
        assertThatThrownBy(() -> read("{\"a\":" + digits + "}").number("a")).isInstanceOf(PipelineException.class);
    }
}
