package org.tributary.steps.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.table.ColumnType;

class PreparationJsonTest {

    private static Preparation birds() {
        return Prepare.of("Species").run(Tables.birds(4, 50), new StepLog()).preparation();
    }

    @Test
    void json_small_isAsDocumented() {
        Preparation preparation = new Preparation(
                "kind",
                List.of(
                        new FittedColumn.Number("size", ColumnType.WHOLE, Optional.of(2.5), 0.1, 1),
                        new FittedColumn.Truth("adult", Optional.empty()),
                        new FittedColumn.Category(
                                "place",
                                List.of("hill", "sea"),
                                Encode.Unknown.ERROR,
                                Encode.Missing.MODE,
                                Optional.of("sea"))));
        assertThat(new String(preparation.toJson(), UTF_8)).isEqualTo("""
                        {
                          "format" : "preparation/1",
                          "target" : "kind",
                          "columns" : [
                            {
                              "name" : "size",
                              "type" : "whole",
                              "fill" : 2.5,
                              "shift" : 0.1,
                              "factor" : 1.0
                            },
                            {
                              "name" : "adult",
                              "type" : "boolean"
                            },
                            {
                              "name" : "place",
                              "type" : "text",
                              "unknown" : "error",
                              "missing" : "mode",
                              "mode" : "sea",
                              "categories" : [
                                "hill",
                                "sea"
                              ]
                            }
                          ]
                        }
                        """);
        assertThat(Preparation.fromJson(preparation.toJson(), "x")).isEqualTo(preparation);
    }

    @Test
    void json_anyDoubles_comeBackBitForBit() {
        Random random = new Random(5);
        for (int round = 0; round < 5000; round++) {
            double shift = finite(random);
            double factor = finite(random);
            Preparation preparation = new Preparation(
                    "t", List.of(new FittedColumn.Number("n", ColumnType.NUMBER, Optional.of(shift), shift, factor)));
            FittedColumn.Number read = (FittedColumn.Number)
                    Preparation.fromJson(preparation.toJson(), "x").fitted().get(0);
            assertThat(Double.doubleToRawLongBits(read.shift()))
                    .as("round %d of seed 5", round)
                    .isEqualTo(Double.doubleToRawLongBits(shift));
            assertThat(Double.doubleToRawLongBits(read.factor())).isEqualTo(Double.doubleToRawLongBits(factor));
        }
    }

    private static double finite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : -0.0;
    }

    @Test
    void json_readBack_preparesTheSame() {
        Preparation preparation = birds();
        Preparation read = Preparation.fromJson(preparation.toJson(), "x");
        assertThat(read).isEqualTo(preparation).hasSameHashCodeAs(preparation);
        assertThat(read.toJson()).isEqualTo(preparation.toJson());
        assertThat(read.toString())
                .isEqualTo("Preparation for \"Species\" from Bill (mm) (number), Mass (g) (whole), Island"
                        + " (text), Adult (boolean): 8 features");
        for (int row = 0; row < 50; row++) {
            assertThat(read.apply(Tables.birds(9, 50)).row(row))
                    .isEqualTo(preparation.apply(Tables.birds(9, 50)).row(row));
        }
    }

    @Test
    void json_faults_nameTheField() {
        Map<String, String> faults = Map.of(
                "\"preparation/1\"->\"preparation/2\"",
                "[JSON_UNEXPECTED] p.json has the format \"preparation/2\", and this version reads \"preparation/1\".",
                "\"type\" : \"whole\"->\"type\" : \"time\"",
                "[JSON_UNEXPECTED] p.json: columns[1] is of type time, which no preparation holds.",
                "\"type\" : \"whole\"->\"type\" : \"java.lang.Runtime\"",
                "[JSON_UNEXPECTED] p.json: columns[1] has the unknown type \"java.lang.Runtime\".",
                "\"name\" : \"Mass (g)\"->\"name\" : \"Bill (mm)\"",
                "[JSON_UNEXPECTED] p.json: columns[1] repeats the column \"Bill (mm)\".",
                "\"target\" : \"Species\"->\"target\" : 3",
                "[JSON_UNEXPECTED] p.json: target must be of type string.",
                "\"target\" : \"Species\"->\"target\" : \"Species\", \"class\" : \"x\"",
                "[JSON_UNEXPECTED] p.json has the unknown field \"class\".",
                "\"Dream\"->\"Biscoe\"",
                "[JSON_UNEXPECTED] p.json: columns[2] has categories that are not sorted or not unique.",
                "\"missing\" : \"bucket\"->\"missing\" : \"mode\"",
                "[JSON_UNEXPECTED] p.json: columns[2] has a mode that does not fit its other fields.",
                "\"Dream\"->7",
                "[JSON_UNEXPECTED] p.json: columns[2]: categories[1] must be a text.");
        String good = new String(birds().toJson(), UTF_8);
        faults.forEach((edit, text) -> {
            String bad = good.replaceFirst(
                    java.util.regex.Pattern.quote(edit.split("->")[0]),
                    java.util.regex.Matcher.quoteReplacement(edit.split("->")[1]));
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> Preparation.fromJson(bad.getBytes(UTF_8), "p.json"))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage(text);
        });
    }

    @Test
    void json_notFinite_isRefused() {
        String good = new String(birds().toJson(), UTF_8);
        String bad = good.replaceFirst("\"shift\" : [-0-9.eE]+", "\"shift\" : 1e999");
        assertThat(bad).isNotEqualTo(good);
        assertThatThrownBy(() -> Preparation.fromJson(bad.getBytes(UTF_8), "p.json"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JSON_UNEXPECTED] p.json: columns[0]: shift must be a finite number.");
    }

    @Test
    void codec_roundTrip_givesAnEqualValueAndEqualBytes() throws IOException {
        PreparationCodec codec = new PreparationCodec();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(birds(), out);
        assertThat(codec.decode(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(birds());
        assertThat(out.toByteArray()).isEqualTo(birds().toJson());
        assertThat(codec.format()).isEqualTo("preparation/1");
        assertThat(codec.type()).isEqualTo(Preparation.class);
    }
}
