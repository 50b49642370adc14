package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.generate.ClassificationData;
import org.tributary.steps.generate.DriftData;
import org.tributary.table.Table;
import org.tributary.testkit.PipelineTester;

/** Generated tables in pipelines: from Java and from a configuration, cached by their settings alone. */
final class GeneratedDataTest {

    @TempDir
    private Path folder;

    @Test
    void main_runTwice_comesNearTheBestAccuracyAndFindsItAgain() throws Exception {
        Ended first =
                ChildJvm.in(folder).run("org.tributary.examples.GeneratedData").orThrow();
        Ended second =
                ChildJvm.in(folder).run("org.tributary.examples.GeneratedData").orThrow();

        assertThat(first.out()).containsPattern("generate +RAN").containsPattern("accuracy = 0\\.8[0-9]+ ");
        assertThat(second.out()).containsPattern("generate +CACHED").doesNotContain("RAN");
        assertThat(first.lines().subList(0, 5)).isEqualTo(second.lines().subList(0, 5));
    }

    @Test
    void define_inProcess_beatsTheBaseline() {
        Evaluation evaluation = PipelineTester.in(folder)
                .run(GeneratedData.define(6000))
                .report()
                .orThrow()
                .value();
        assertThat(evaluation.accuracy()).isBetween(0.8, 0.93);
        assertThat(evaluation.baselineAccuracy()).isLessThan(0.4);
    }

    @Test
    void config_seedOfTheFile_fillsTheGenerator() throws IOException {
        Pipeline<?> pipeline = read("""
                name: generated
                seed: 7
                steps:
                  table: {use: generate-classification, rows: 50, features: 4, informative: 3, classes: 3, noise: 0.1}
                """);
        RunReport<?> report = run(pipeline);
        assertThat(report.value("table", Table.class))
                .isEqualTo(ClassificationData.of(50)
                        .withFeatures(4, 3)
                        .withClasses(3)
                        .withNoise(0.1)
                        .withSeed(7)
                        .table());
        assertThat(run(pipeline).step("table")).isInstanceOf(StepOutcome.Cached.class);
    }

    @Test
    void config_everyGenerator_isThereById() throws IOException {
        for (String id : List.of("classification", "regression", "clusters", "categories", "drift", "higgs")) {
            Pipeline<?> pipeline =
                    read("name: any\nsteps: {table: {use: generate-" + id + ", rows: 9, missing: 0.1}}\n");
            assertThat(run(pipeline).value("table", Table.class).rowCount())
                    .as(id)
                    .isEqualTo(9);
        }
        Pipeline<?> drift = read("name: any\nsteps: {generate-drift: {rows: 9, shift: 3, turn: 0.5, seed: 4}}\n");
        assertThat(run(drift).value("generate-drift", Table.class))
                .isEqualTo(
                        DriftData.of(9).withShift(3).withTurn(0.5).withSeed(4).table());
    }

    @Test
    void config_settingsOutOfRange_areToldWithTheirPlaces() {
        assertThatThrownBy(() -> read("""
                name: generated
                steps:
                  table:
                    use: generate-classification
                    rows: 0
                    noise: 0.7
                  more: {use: generate-regression, rows: 9, informative: 11}
                """))
                .hasMessageContainingAll(
                        "3 errors in ",
                        "[CONFIG_OUT_OF_RANGE]",
                        "config.yml:5:11 steps.table.rows: 0 is not allowed",
                        "config.yml:6:12 steps.table.noise: 0.7 is not allowed",
                        "[GENERATE_RANGE] informative is 11: it must be at most features, which is 10.");
    }

    private Pipeline<?> read(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), config, StandardCharsets.UTF_8);
        return ConfigReader.of(Extension.discover(getClass().getClassLoader()), Map.of())
                .read(file, List.of())
                .pipeline();
    }

    private RunReport<?> run(Pipeline<?> pipeline) {
        return PipelineTester.in(folder).run(pipeline).report();
    }
}
