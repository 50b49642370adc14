package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;

/** {@code mlops predict} with the model of the project's own configuration. */
class PredictCommandTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** The penguins as the DVC remote in the repository keeps them: no pull is needed. */
    private static final Path CSV = ROOT.resolve("data/remote/files/md5/04/9da101568e078f9845c8b366481810");

    @TempDir
    static Path training;

    @TempDir
    Path folder;

    private Workshop workshop;
    private Path input;

    @BeforeAll
    static void train() {
        Result result = new Workshop(training)
                .mlops(
                        "run",
                        ROOT.resolve("config.yml"),
                        "--set",
                        "ingest.path=" + CSV,
                        "--set",
                        "cache.dir=" + training.resolve("cache"),
                        "--set",
                        "tracking.uri=sqlite:" + training.resolve("mlflow.db"),
                        "--set",
                        "exports.train=" + model());
        assertThat(result.exit()).as(result.err()).isZero();
    }

    private static Path model() {
        return training.resolve("model");
    }

    @BeforeEach
    void workshop() throws IOException {
        workshop = new Workshop(folder);
        input = workshop.write("input.csv", everyFortiethPenguin());
    }

    private static String everyFortiethPenguin() throws IOException {
        List<String> lines = Files.readAllLines(CSV);
        StringBuilder text = new StringBuilder(lines.get(0) + "\n");
        for (int row = 1; row < lines.size(); row += 40) {
            text.append(lines.get(row)).append('\n');
        }
        return text.toString();
    }

    @Test
    void predict_penguins_addsLabelAndProbability() {
        Result result = workshop.mlops("predict", model(), input);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        Golden.assertText("predict-penguins", rounded(result.out()), folder);
    }

    /** The last digits of a probability may differ between processors' math. */
    private static String rounded(String csv) {
        return csv.lines()
                .map(line -> line.replaceAll("(,0\\.\\d{6})\\d+(E-\\d+)?$", "$1"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void predict_outFile_replacesItAndLeavesNothingElse() throws IOException {
        Path out = workshop.write("out.csv", "old");
        Result result = workshop.mlops("predict", model(), input, "-o", out);
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(Files.readString(out))
                .isEqualTo(workshop.mlops("predict", model(), input).out());
        assertThat(workshop.files()).containsExactly("input.csv", "out.csv");
    }

    @Test
    void predict_missingColumn_namesItAndKeepsTheOutFile() throws IOException {
        Path poor = workshop.write("poor.csv", "Island,Body Mass (g)\nDream,3700\n");
        Path out = workshop.write("out.csv", "old");
        Result result = workshop.mlops("predict", model(), poor, "--out", out);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("[").contains("Culmen Length (mm)").doesNotContain("\tat ", "CLI_");
        assertThat(out).hasContent("old");
        assertThat(workshop.files()).containsExactly("input.csv", "out.csv", "poor.csv");
    }

    @Test
    void predict_folderThatIsNoModel_saysSo() {
        Result result = workshop.mlops("predict", folder, input);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("[MODEL_NOT_FOUND] " + folder).doesNotContain("\tat ");
    }

    @Test
    void predict_inputThatIsNotThere_isOneLine() {
        Result result = workshop.mlops("predict", model(), workshop.file("none.csv"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("[CSV_NO_FILE] ").hasLineCount(1);
    }

    @Test
    void predict_outInAFolderThatIsNotThere_saysWhatTheDiskSaid() {
        Path out = workshop.file("nowhere/out.csv");
        Result result = workshop.mlops("predict", model(), input, "-o", out);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("[CLI_IO] the disk failed: NoSuchFile: ")
                .hasLineCount(1);
    }

    @Test
    void predict_columnNamedPrediction_getsAnotherName() throws IOException {
        List<String> lines = everyFortiethPenguin().lines().toList();
        Path taken = workshop.write("taken.csv", lines.get(0) + ",prediction\n" + lines.get(1) + ",mine\n");
        assertThat(workshop.mlops("predict", model(), taken).out())
                .contains(",prediction,prediction_,probability\n")
                .contains(",mine,Adelie,");
    }
}
