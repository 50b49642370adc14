package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;

/** {@code mlops predict} with a model that {@code mlops run} exported. */
class PredictCommandTest {

    @TempDir
    Path folder;

    private Workshop workshop;
    private Path model;

    @BeforeEach
    void train() throws IOException {
        workshop = new Workshop(folder);
        model = workshop.file("model");
        StringBuilder rows = new StringBuilder("kind,size\n");
        for (int row = 0; row < 40; row++) {
            rows.append(row % 2 == 0 ? "small," + (10 + row % 5) : "large," + (90 + row % 5))
                    .append('\n');
        }
        Path csv = workshop.write("train.csv", rows.toString());
        Path config = workshop.config(
                "  ingest: {use: csv, path: '" + csv + "'}",
                "  split: {test: 0.25, stratify: kind}",
                "  prepare: {from: split.train, target: kind}",
                "  train: {trainer: logistic, epochs: 20}");
        Result result = workshop.mlops("run", config, "--set", "exports.train=" + model);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("train -> " + model);
    }

    @Test
    void predict_rows_appendsLabelAndProbability() throws IOException {
        Path input = workshop.write("rows.csv", "name,size\nann,11\n\"bo, b\",93\n");

        Result result = workshop.mlops("predict", model, input);

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().map(line -> line.replaceAll("0\\.9\\d+", "0.9")))
                .containsExactly("name,size,prediction,probability", "ann,11,small,0.9", "\"bo, b\",93,large,0.9");
    }

    @Test
    void predict_intoAFile_replacesItWhole() throws IOException {
        Path input = workshop.write("rows.csv", "size,prediction\n12,x\n");
        Path output = workshop.write("out.csv", "old");

        Result result = workshop.mlops("predict", model, input, "-o", output);

        assertThat(result.out()).isEmpty();
        assertThat(Files.readAllLines(output).get(0)).isEqualTo("size,prediction,prediction_,probability");
        assertThat(workshop.files()).noneMatch(name -> name.startsWith(".predict"));
    }

    @Test
    void predict_missingColumn_namesItAndKeepsTheOutput() throws IOException {
        Path input = workshop.write("rows.csv", "sise\n12\n");
        Path output = workshop.write("out.csv", "old");

        Result result = workshop.mlops("predict", model, input, "-o", output);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("[").contains("\"size\"").doesNotContain("\tat ");
        assertThat(output).hasContent("old");
        assertThat(workshop.files()).noneMatch(name -> name.startsWith(".predict"));
    }

    @Test
    void predict_noModel_saysThatTheFolderIsNone() throws IOException {
        Path input = workshop.write("rows.csv", "size\n12\n");

        Result result = workshop.mlops("predict", workshop.file("nothing"), input);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("[MODEL_NOT_FOUND] " + workshop.file("nothing")
                        + " is no model folder: it has no manifest.json.\n");
    }
}
