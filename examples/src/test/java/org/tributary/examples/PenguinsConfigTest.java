package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.Forecast;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.split.Split;

/** The {@code config.yml} of the project against the pipeline in Java. */
class PenguinsConfigTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path CSV = Penguins.raw();

    private static RunConfig read(String... overrides) {
        Extension extension = Extension.discover(PenguinsConfigTest.class.getClassLoader());
        List<String> all = new ArrayList<>(List.of("ingest.path=" + CSV));
        all.addAll(List.of(overrides));
        return ConfigReader.of(extension, Map.of()).read(ROOT.resolve("config.yml"), all);
    }

    @Test
    void config_ofTheProject_saysWhatTheExampleSays() {
        List<Node<?>> written = read().pipeline().nodes();
        List<Node<?>> coded = PenguinsPipeline.define(CSV).nodes();
        assertThat(written).extracting(Node::name).containsExactlyElementsOf(names(coded));
        for (int i = 0; i < coded.size(); i++) {
            assertThat(written.get(i).step())
                    .as(written.get(i).name())
                    .isEqualTo(coded.get(i).step());
            assertThat(written.get(i).options()).isEqualTo(coded.get(i).options());
            assertThat(names(written.get(i).inputs()))
                    .isEqualTo(names(coded.get(i).inputs()));
        }
    }

    @Test
    void config_ranOnce_isAHitForTheExample(@TempDir Path folder) {
        LocalRunner runner = LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .build();
        RunConfig config = read("exports={}");
        runner.run(config.pipeline()).orThrow();
        List<Forecast> forecasts = runner.explain(PenguinsPipeline.define(CSV));
        assertThat(forecasts)
                .hasSize(6)
                .allSatisfy(forecast -> assertThat(forecast).isEqualTo(Forecast.hit(forecast.step())));
    }

    @Test
    void config_ofTheProject_namesItsSurroundings() {
        RunConfig config = read();
        assertThat(config.name()).isEqualTo("penguins");
        assertThat(config.seed()).isEqualTo(OptionalLong.of(42));
        assertThat(config.experiment()).isEqualTo("penguins");
        assertThat(config.exports()).containsExactly(Map.entry("train", Path.of("models", "penguins")));
        assertThat(config.cache()).isEqualTo(RunConfig.Cache.defaults());
        assertThat(config.tracking().uri()).isEqualTo("sqlite:mlflow.db");
        assertThat(config.data()).isEqualTo(RunConfig.Data.defaults());
    }

    @Test
    void seed_setBeside_fillsTheStepsThatSayNone() {
        Pipeline<?> pipeline = read("seed=7").pipeline();
        assertThat(settings(pipeline, "split"))
                .isEqualTo(
                        Split.defaults().withTest(0.2).withStratify("Species").withSeed(7));
        assertThat(settings(pipeline, "train").toString()).contains("seed=12345");
    }

    private static Object settings(Pipeline<?> pipeline, String step) {
        return pipeline.nodes().stream()
                .filter(node -> node.name().equals(step))
                .findFirst()
                .flatMap(Node::step)
                .orElseThrow();
    }

    private static List<String> names(List<Node<?>> nodes) {
        return nodes.stream().<String>map(Node::name).toList();
    }
}
