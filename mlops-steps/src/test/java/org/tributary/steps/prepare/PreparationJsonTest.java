package org.tributary.steps.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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
        Absent mode = new Absent(Encode.Missing.MODE, Optional.of("sea"));
        Absent bucket = new Absent(Encode.Missing.BUCKET, Optional.empty());
        Preparation preparation = new Preparation(
                "kind",
                List.of(
                        new FittedColumn.Number("size", ColumnType.WHOLE, Optional.of(2.5), 0.1, 1),
                        new FittedColumn.Indicated(new FittedColumn.Truth("adult", Optional.of(true))),
                        new FittedColumn.Bins(
                                "age", ColumnType.NUMBER, Optional.empty(), List.of(1.0, 2.5), Scale.Form.ONE_HOT),
                        new FittedText.OneHot(
                                "place",
                                List.of("hill", "sea"),
                                new FittedText.Others(List.of("moon"), Encode.Unknown.ERROR),
                                mode),
                        new FittedText.Numbered(
                                "colour",
                                List.of("red"),
                                List.of(0.25),
                                new FittedText.Others(List.of(), Encode.Unknown.IGNORE),
                                bucket),
                        new FittedText.Hashed("street", 64, bucket),
                        new FittedText.Counted(
                                "note", new Grams(2, Encode.Tokens.WORDS), List.of("a", "a b"), true, bucket)));
        assertThat(new String(preparation.toJson(), UTF_8)).isEqualTo("""
                        {
                          "format" : "preparation/2",
                          "target" : "kind",
                          "columns" : [
                            {
                              "name" : "size",
                              "type" : "whole",
                              "form" : "scaled",
                              "fill" : 2.5,
                              "shift" : 0.1,
                              "factor" : 1.0
                            },
                            {
                              "name" : "adult",
                              "type" : "boolean",
                              "form" : "zero-or-one",
                              "indicator" : true,
                              "fill" : true
                            },
                            {
                              "name" : "age",
                              "type" : "number",
                              "form" : "bins",
                              "edges" : [
                                1.0,
                                2.5
                              ]
                            },
                            {
                              "name" : "place",
                              "type" : "text",
                              "form" : "one-hot",
                              "unknown" : "error",
                              "rare" : [
                                "moon"
                              ],
                              "missing" : "mode",
                              "mode" : "sea",
                              "categories" : [
                                "hill",
                                "sea"
                              ]
                            },
                            {
                              "name" : "colour",
                              "type" : "text",
                              "form" : "numbered",
                              "unknown" : "ignore",
                              "rare" : [ ],
                              "missing" : "bucket",
                              "categories" : [
                                "red"
                              ],
                              "numbers" : [
                                0.25
                              ]
                            },
                            {
                              "name" : "street",
                              "type" : "text",
                              "form" : "hashed",
                              "missing" : "bucket",
                              "buckets" : 64
                            },
                            {
                              "name" : "note",
                              "type" : "text",
                              "form" : "n-grams",
                              "missing" : "bucket",
                              "n" : 2,
                              "tokens" : "words",
                              "others" : true,
                              "n-grams" : [
                                "a",
                                "a b"
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
                "\"preparation/2\"->\"preparation/3\"",
                "[JSON_UNEXPECTED] p.json has the format \"preparation/3\", and this version reads \"preparation/1\" and"
                        + " \"preparation/2\".",
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
        assertFaults(birds(), faults);
    }

    @Test
    void json_faultsOfLaterForms_nameTheField() {
        Prepare settings = Prepare.of("Species")
                .withImpute(new Impute.Median())
                .withIndicate(true)
                .withScale(Scale.Quantiles.of(3))
                .withEncode(Encode.Frequency.defaults());
        Preparation frequency = settings.run(Tables.birds(4, 50), new StepLog()).preparation();
        assertFaults(
                frequency,
                Map.of(
                        "\"form\" : \"bins\"->\"form\" : \"hashed\"",
                        "[JSON_UNEXPECTED] p.json: columns[0] is of type number, which has no form \"hashed\".",
                        "\"form\" : \"bins\"->\"form\" : \"best\"",
                        "[JSON_UNEXPECTED] p.json: columns[0] has the unknown form \"best\".",
                        "\"indicator\" : true->\"indicator\" : 1",
                        "[JSON_UNEXPECTED] p.json: columns[0]: indicator must be of type boolean.",
                        "\"edges\" : [->\"edges\" : [ 1e9,",
                        "[JSON_UNEXPECTED] p.json: columns[0] has edges that do not ascend.",
                        "\"edges\" : [->\"edges\" : [ \"a\",",
                        "[JSON_UNEXPECTED] p.json: columns[0]: edges[0] must be a finite number.",
                        "\"numbers\" : [->\"numbers\" : [ 1,",
                        "[JSON_UNEXPECTED] p.json: columns[2] has 3 categories and 4 numbers.",
                        "\"rare\" : [ ]->\"rare\" : [ \"Dream\" ]",
                        "[JSON_UNEXPECTED] p.json: columns[2] has a category that is rare too."));
        Preparation hashed = settings.withEncode(Encode.Hashing.of(8))
                .run(Tables.birds(4, 50), new StepLog())
                .preparation();
        assertFaults(
                hashed,
                Map.of(
                        "\"buckets\" : 8->\"buckets\" : 0",
                        "[JSON_UNEXPECTED] p.json: columns[2] has a field \"buckets\" that is not from 1 to 100000.",
                        "\"buckets\" : 8->\"buckets\" : 8, \"indicator\" : true",
                        "[JSON_UNEXPECTED] p.json: columns[2] has the unknown field \"indicator\"."));
    }

    private static void assertFaults(Preparation preparation, Map<String, String> faults) {
        String good = new String(preparation.toJson(), UTF_8);
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

    /** Documents that version 1 wrote, and the features that it gave for birds(9, 50). */
    @Test
    void json_ofVersionOne_preparesAsItDid() throws IOException {
        for (String name : List.of("bucket", "mode")) {
            byte[] document = kept(name + ".json");
            assertThat(new String(document, UTF_8)).contains("\"preparation/1\"");
            Preparation preparation = Preparation.fromJson(document, name);
            List<String> lines =
                    new String(kept(name + ".features"), UTF_8).lines().toList();
            assertThat(lines).hasSize(50);
            Features features = preparation.apply(Tables.birds(9, 50));
            for (int row = 0; row < 50; row++) {
                double[] values = Stream.of(lines.get(row).split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                assertThat(features.row(row)).as("%s, row %d", name, row).isEqualTo(values);
            }
            assertThat(Preparation.fromJson(preparation.toJson(), name)).isEqualTo(preparation);
        }
    }

    @Test
    void json_ofVersionOne_hasNoLaterFields() throws IOException {
        String later = new String(kept("bucket.json"), UTF_8).replaceFirst("\"unknown\"", "\"rare\" : [], \"unknown\"");
        assertThatThrownBy(() -> Preparation.fromJson(later.getBytes(UTF_8), "p.json"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JSON_UNEXPECTED] p.json: columns[2] has the unknown field \"rare\".");
    }

    private static byte[] kept(String name) throws IOException {
        try (InputStream in = PreparationJsonTest.class.getResourceAsStream("/compat/preparation-1-" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
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
        assertThat(codec.format()).isEqualTo("preparation/2");
        assertThat(codec.type()).isEqualTo(Preparation.class);
    }
}
