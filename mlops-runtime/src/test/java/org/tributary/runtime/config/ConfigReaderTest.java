package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.StepOptions;
import org.tributary.runtime.config.SampleSteps.Clean;
import org.tributary.runtime.config.SampleSteps.Csv;
import org.tributary.runtime.config.SampleSteps.Drop;
import org.tributary.runtime.config.SampleSteps.Forest;
import org.tributary.runtime.config.SampleSteps.Impute;
import org.tributary.runtime.config.SampleSteps.Inner;
import org.tributary.runtime.config.SampleSteps.Keep;
import org.tributary.runtime.config.SampleSteps.Kinds;
import org.tributary.runtime.config.SampleSteps.Linear;
import org.tributary.runtime.config.SampleSteps.Prepare;
import org.tributary.runtime.config.SampleSteps.Query;
import org.tributary.runtime.config.SampleSteps.QuerySettings;
import org.tributary.runtime.config.SampleSteps.Retrain;
import org.tributary.runtime.config.SampleSteps.Scale;
import org.tributary.runtime.config.SampleSteps.Split;
import org.tributary.runtime.config.SampleSteps.Train;
import org.tributary.runtime.config.SampleSteps.Trim;

class ConfigReaderTest {

    /** A whole pipeline; its file exists in the folder that tests run in. */
    static final String GOOD = """
            name: penguins
            steps:
              ingest:   {use: csv, path: pom.xml}
              clean:    {operations: [trim]}
              split:    {test: 0.2}
              prepare:  {from: split.train, target: Species}
              train:    {trainer: linear, epochs: 50}
              evaluate: {from: [train, split.test]}
            """;

    @TempDir
    Path folder;

    private RunConfig read(String text, String... overrides) throws IOException {
        return reader(new SampleSteps(), Map.of()).read(written(text), List.of(overrides));
    }

    private static ConfigReader reader(SampleSteps steps, Map<String, String> environment) {
        return ConfigReader.of(steps, environment);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yml"), text);
    }

    private String message(String text, Map<String, String> environment) throws IOException {
        try {
            reader(new SampleSteps(), environment).read(written(text));
            return "";
        } catch (ConfigException e) {
            return e.getMessage().replace(ConfigFile.name(folder) + "/", "");
        }
    }

    private Object step(String settings, String... overrides) throws IOException {
        String before = settings.contains("use: csv") || settings.contains("kinds")
                ? ""
                : GOOD.substring(0, GOOD.indexOf("  clean"));
        String text = before.isEmpty() ? "name: x\nsteps:\n" + settings : before + settings;
        List<Node<?>> nodes = read(text + "\n", overrides).pipeline().nodes();
        return nodes.get(nodes.size() - 1).step().orElseThrow();
    }

    private Train train(String settings, String seed, String... overrides) throws IOException {
        String text = GOOD.replace("{trainer: linear, epochs: 50}", settings) + seed;
        return (Train) node(read(text, overrides), "train").step().orElseThrow();
    }

    private static Node<?> node(RunConfig config, String name) {
        return config.pipeline().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void read_goodConfig_givesThePipeline() throws IOException {
        assertThat(read(GOOD).pipeline().describe()).isEqualTo("""
                        penguins
                          ingest: Table
                          clean <- ingest: Table
                          split <- clean: Parts
                          prepare <- split.train: Fitted
                          train <- prepare: Model
                          evaluate <- train, split.test: Score""");
    }

    @Test
    void read_onlyNameAndSteps_givesDefaults() throws IOException {
        RunConfig config = read(GOOD);
        assertThat(config.name()).isEqualTo("penguins");
        assertThat(config.seed()).isEqualTo(OptionalLong.empty());
        assertThat(config.data()).isEqualTo(new RunConfig.Data(true, false));
        assertThat(config.cache()).isEqualTo(new RunConfig.Cache(Path.of(".mlops/cache")));
        assertThat(config.tracking()).isEqualTo(new RunConfig.Tracking("sqlite:mlflow.db", Optional.empty()));
        assertThat(config.experiment()).isEqualTo("penguins");
        assertThat(config.exports()).isEmpty();
        assertThat(config.overrides()).isEmpty();
        assertThat(config.text()).isEqualTo(GOOD);
    }

    @Test
    void read_allSections_takesThem() throws IOException {
        RunConfig config = read(GOOD + """
                        seed: -7
                        data: {pull: false, allow-modified: true}
                        cache: {dir: here}
                        tracking: {uri: "https://host/x", experiment: birds}
                        exports: {train: models/a, split: parts}
                        """);
        assertThat(config.seed()).hasValue(-7);
        assertThat(config.data()).isEqualTo(new RunConfig.Data(false, true));
        assertThat(config.cache().dir()).isEqualTo(Path.of("here"));
        assertThat(config.tracking().uri()).isEqualTo("https://host/x");
        assertThat(config.experiment()).isEqualTo("birds");
        assertThat(config.exports()).containsOnlyKeys("train", "split");
        assertThat(node(config, "train").options().export()).hasValue(Path.of("models/a"));
        assertThat(node(config, "evaluate").options()).isEqualTo(StepOptions.defaults());
    }

    @Test
    void read_sectionsWithoutContent_areDefaults() throws IOException {
        RunConfig config = read(GOOD + "seed:\ndata:\ncache: {}\ntracking:\nexports:\n");
        assertThat(config.seed()).isEmpty();
        assertThat(config.data()).isEqualTo(RunConfig.Data.defaults());
        assertThat(config.tracking()).isEqualTo(RunConfig.Tracking.defaults());
    }

    @Test
    void steps_inAnyOrder_runAfterTheirInputs() throws IOException {
        RunConfig config = read("""
                name: x
                steps:
                  score: {use: evaluate, from: [train, split.test]}
                  train: {trainer: linear, from: prepare}
                  prepare: {from: split.train, target: T}
                  split: {from: tidy}
                  tidy: {use: clean, operations: [], from: ingest}
                  ingest: {use: csv, path: pom.xml}
                """);
        assertThat(config.pipeline().describe()).isEqualTo("""
                        x
                          ingest: Table
                          tidy <- ingest: Table
                          split <- tidy: Parts
                          prepare <- split.train: Fitted
                          train <- prepare: Model
                          score <- train, split.test: Score""");
        assertThat(config.pipeline().result().name()).isEqualTo("ingest");
    }

    @Test
    void result_ofPipeline_isTheStepWrittenLast() throws IOException {
        assertThat(read(GOOD).pipeline().result().name()).isEqualTo("evaluate");
    }

    @Test
    void from_threeInputs_feedsAStepOfThree() throws IOException {
        RunConfig config = read(GOOD + "  compare: {from: [train, train, split.test]}\n");
        assertThat(config.pipeline().describe()).endsWith("compare <- train, train, split.test: List<Score>");
    }

    @Test
    void factory_withCollaborator_makesTheStep() throws IOException {
        Object step = read("name: q\nsteps:\n  query: {sql: select 1, patience: 5m}\n")
                .pipeline()
                .nodes()
                .get(0)
                .step()
                .orElseThrow();
        assertThat(step).isInstanceOf(Query.class);
        assertThat(((Query) step).settings()).hasValue(new QuerySettings("select 1", Duration.ofMinutes(5)));
    }

    @Test
    void step_withoutKeys_hasItsDefaults() throws IOException {
        assertThat(step("  split:")).isEqualTo(Split.defaults());
        assertThat(step("  split: {}")).isEqualTo(Split.defaults());
        assertThat(step("  kinds:")).isEqualTo(Kinds.defaults());
    }

    @Test
    void binder_everyKind_fillsIt() throws IOException {
        Object kinds = step("""
                  kinds:
                    text: 0755
                    number: -7
                    big: 9223372036854775807
                    fraction: 1e-3
                    flag: true
                    scale: min-max
                    folder: a/b c
                    patience: PT1H
                    numbers: [1, "2"]
                    words: [b, a]
                    scales: {Größe: min-max, "a.b c": none}
                    maybe: 2.5
                    inner: {text: no, number: 3}
                    imputes: [mean, {constant: {value: -0.5}}, {median: }]
                """);
        Kinds expected = new Kinds(
                "0755",
                -7,
                Long.MAX_VALUE,
                0.001,
                true,
                Scale.MIN_MAX,
                Path.of("a/b c"),
                Duration.ofHours(1),
                List.of(1, 2),
                new LinkedHashSet<>(List.of("b", "a")),
                Map.of("Größe", Scale.MIN_MAX, "a.b c", Scale.NONE),
                Optional.of(2.5),
                new Inner("no", 3),
                List.of(new Impute.Mean(), new Impute.Constant(-0.5), new Impute.Median()));
        assertThat(kinds).isEqualTo(expected);
        assertThat(((Kinds) kinds).scales().keySet()).containsExactly("Größe", "a.b c");
    }

    @Test
    void text_isKeptAsWritten_whateverYamlTakesItFor() throws IOException {
        for (String text :
                List.of("no", "0755", "1.10", "12:30:45", "~", "null", "0x1F", "1_000", "2026-11-24", "true")) {
            assertThat(((Kinds) step("  kinds: {text: " + text + "}")).text()).isEqualTo(text);
        }
    }

    @Test
    void optional_writtenAsNothing_isEmpty() throws IOException {
        for (String nothing : List.of("", "~", "null")) {
            assertThat(((Kinds) step("  kinds: {maybe: " + nothing + "}")).maybe())
                    .isEmpty();
        }
        assertThat(((Split) step("  split: {stratify: \"null\"}")).stratify()).hasValue("null");
    }

    @Test
    void duration_shortForms_areRead() throws IOException {
        Map<String, Duration> forms = Map.of(
                "250ms", Duration.ofMillis(250),
                "30s", Duration.ofSeconds(30),
                "5m", Duration.ofMinutes(5),
                "2h", Duration.ofHours(2),
                "1d", Duration.ofDays(1),
                "PT1.5S", Duration.ofMillis(1500));
        for (Map.Entry<String, Duration> form : forms.entrySet()) {
            assertThat(((Kinds) step("  kinds: {patience: " + form.getKey() + "}")).patience())
                    .isEqualTo(form.getValue());
        }
    }

    @Test
    void variants_inAList_areNamedByTheirIds() throws IOException {
        Object clean = step("  clean: {operations: [trim, {drop: {columns: [a, b]}}, {keep: {first: 3, by: a}}]}");
        assertThat(clean)
                .isEqualTo(new Clean(List.of(new Trim(), new Drop(List.of("a", "b")), new Keep(3, Optional.of("a")))));
    }

    @Test
    void variant_ofSealedInterface_aloneOrWithSettings() throws IOException {
        assertThat(step("  prepare: {target: t, impute: mean, scale: min-max}"))
                .isEqualTo(new Prepare("t", new Impute.Mean(), Scale.MIN_MAX));
        assertThat(step("  prepare: {target: t, impute: {constant: {value: 3}}}"))
                .isEqualTo(new Prepare("t", new Impute.Constant(3), Scale.NONE));
    }

    @Test
    void inline_variant_standsBesideItsKey() throws IOException {
        assertThat(train("{trainer: linear, epochs: 7}", "")).isEqualTo(new Train(new Linear(7, 1, 12345)));
        assertThat(train("{trees: 9, trainer: forest, depth: 3}", ""))
                .isEqualTo(new Train(new Forest(9, Optional.of(3), 1)));
    }

    @Test
    void inline_withDefault_keepsWhatIsNotWritten() throws IOException {
        String step = "  retrain: {from: [train, prepare], epochs: 20, warm: true}\n";
        assertThat(node(read(GOOD + step), "retrain").step()).hasValue(new Retrain(new Linear(20, 0.5, 9), true));
        String plain = "  retrain: {from: [train, prepare]}\n";
        assertThat(node(read(GOOD + plain), "retrain").step()).hasValue(Retrain.defaults());
        String other = "  retrain: {from: [train, prepare], trainer: forest, trees: 2}\n";
        assertThat(node(read(GOOD + other), "retrain").step())
                .hasValue(new Retrain(new Forest(2, Optional.empty(), 1), false));
    }

    @Test
    void seed_ofTheConfig_fillsWhatIsNotWritten() throws IOException {
        assertThat(train("{trainer: linear}", "seed: 7")).isEqualTo(new Train(new Linear(5, 1, 7)));
        assertThat(train("{trainer: linear, seed: 3}", "seed: 7")).isEqualTo(new Train(new Linear(5, 1, 3)));
        assertThat(train("{trainer: forest, trees: 1}", "seed: 7"))
                .isEqualTo(new Train(new Forest(1, Optional.empty(), 7)));
        assertThat(train("{trainer: linear}", "")).isEqualTo(new Train(new Linear(5, 1, 12345)));
        RunConfig config = read(GOOD + "  retrain: {from: [train, prepare]}\nseed: 7\n");
        assertThat(node(config, "split").step()).hasValue(new Split(0.2, Optional.empty(), Optional.empty(), 7));
        assertThat(node(config, "retrain").step()).hasValue(new Retrain(new Linear(9, 0.5, 7), false));
    }

    @Test
    void options_ofAStep_becomeStepOptions() throws IOException {
        String options = "{retries: 2, backoff: 3s, timeout: 5m, cache: false, max-age: 1d, key-parts: [v1, v2]}";
        RunConfig config = read(GOOD.replace("test: 0.2", "test: 0.2, options: " + options));
        assertThat(node(config, "split").options())
                .isEqualTo(StepOptions.defaults()
                        .withRetries(2, Duration.ofSeconds(3))
                        .withTimeout(Duration.ofMinutes(5))
                        .uncached()
                        .withMaxAge(Duration.ofDays(1))
                        .withKeyPart("v1")
                        .withKeyPart("v2"));
    }

    @Test
    void override_ofEachForm_replacesWhatIsWritten() throws IOException {
        assertThat(read(GOOD, "name=other").name()).isEqualTo("other");
        assertThat(read(GOOD, "cache.dir=c").cache().dir()).isEqualTo(Path.of("c"));
        assertThat(train("{trainer: linear, epochs: 50}", "", "train.epochs=7"))
                .isEqualTo(train("{trainer: linear, epochs: 7}", ""));
        assertThat(train("{trainer: linear, epochs: 50}", "", "steps.train.epochs=7", "train.epochs=8"))
                .isEqualTo(train("{trainer: linear, epochs: 8}", ""));
        assertThat(train("{trainer: linear}", "", "train.trainer=forest", "train.trees=4"))
                .isEqualTo(new Train(new Forest(4, Optional.empty(), 1)));
        assertThat(read(GOOD, "exports.train=m").exports()).containsEntry("train", Path.of("m"));
        assertThat(read(GOOD, "exports={train: m}").exports()).containsEntry("train", Path.of("m"));
        assertThat(node(read(GOOD, "split.options.retries=2"), "split")
                        .options()
                        .retries())
                .isEqualTo(2);
        assertThat(read(GOOD, "seed=3", "name=\"a: b\"").overrides()).containsExactly("seed=3", "name=\"a: b\"");
    }

    @Test
    void override_value_isReadAsWritten() throws IOException {
        assertThat(((Kinds) step("  kinds:", "kinds.text=a: b = c")).text()).isEqualTo("a: b = c");
        assertThat(((Kinds) step("  kinds:", "kinds.text=&x")).text()).isEqualTo("&x");
        assertThat(((Kinds) step("  kinds:", "kinds.text='a: b'")).text()).isEqualTo("a: b");
        assertThat(((Kinds) step("  kinds:", "kinds.numbers=[1, 2]")).numbers()).containsExactly(1, 2);
        assertThat(((Kinds) step("  kinds:", "kinds.maybe=")).maybe()).isEmpty();
    }

    @Test
    void override_insideAVariant_namesItsComponentDirectly() throws IOException {
        Prepare constant = new Prepare("t", new Impute.Constant(4), Scale.NONE);
        String written = "  prepare: {target: t, impute: {constant: {value: 3}}}";
        assertThat(step(written, "prepare.impute.value=4")).isEqualTo(constant);
        assertThat(step(written, "prepare.impute.constant.value=4")).isEqualTo(constant);
        assertThat(step("  prepare: {target: t}", "prepare.impute=constant", "prepare.impute.value=4"))
                .isEqualTo(constant);
        assertThat(step(written, "prepare.impute=mean")).isEqualTo(new Prepare("t", new Impute.Mean(), Scale.NONE));
    }

    @Test
    void environment_isReadWhereWrittenSo() throws IOException {
        ConfigReader reader = reader(new SampleSteps(), Map.of("HOME_OF", "/data", "N", "3"));
        String kinds = "name: x\nsteps:\n  kinds: {text: '${HOME_OF}/${N} $N $${N}', number: '${N}'}\n";
        Kinds step = (Kinds) node(reader.read(written(kinds)), "kinds").step().orElseThrow();
        assertThat(step.text()).isEqualTo("/data/3 $N ${N}");
        assertThat(step.number()).isEqualTo(3);
        assertThat(reader.read(written(kinds)).text()).isEqualTo(kinds).doesNotContain("/data");
    }

    @Test
    void environment_inAnOverride_isReadToo() throws IOException {
        ConfigReader reader = reader(new SampleSteps(), Map.of("N", "3"));
        RunConfig config = reader.read(written(GOOD), List.of("train.epochs=${N}"));
        assertThat(node(config, "train").step()).hasValue(new Train(new Linear(3, 1, 12345)));
    }

    @Test
    void file_thatIsMissing_passesIfItIsUnderVersionControl() throws IOException {
        DataVersions versions = new DataVersions() {
            @Override
            public boolean tracks(Path file) {
                return file.equals(Path.of("data/tracked.csv"));
            }

            @Override
            public void provide(Path file) {}

            @Override
            public Optional<String> version(Path file) {
                return Optional.empty();
            }
        };
        ConfigReader reader = reader(new SampleSteps(versions), Map.of());
        Path tracked = written(GOOD.replace("pom.xml", "data/tracked.csv"));
        assertThat(node(reader.read(tracked), "ingest").step()).hasValue(Csv.of(Path.of("data/tracked.csv")));
        Path other = written(GOOD.replace("pom.xml", "data/other.csv"));
        assertThatThrownBy(() -> reader.read(other)).hasMessageContaining("there is no file \"data/other.csv\"");
    }

    @Test
    void read_noFile_saysSo() {
        Path missing = folder.resolve("nowhere.yml");
        assertThatThrownBy(() -> reader(new SampleSteps(), Map.of()).read(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessage(String.join(
                        "\n",
                        "1 error in " + ConfigFile.name(missing) + ":",
                        "1) [CONFIG_NO_FILE] " + ConfigFile.name(missing)
                                + ": there is no such file. Name the file, or write one.",
                        "   More: docs/errors/CONFIG_NO_FILE.md"));
    }

    @Test
    void read_aFolder_saysSo() {
        assertThatThrownBy(() -> reader(new SampleSteps(), Map.of()).read(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("[CONFIG_NO_FILE]")
                .hasMessageContaining("the file cannot be read");
    }

    @Test
    void read_otherCharset_namesTheByte() throws IOException {
        Path file =
                Files.write(folder.resolve("config.yml"), "name: a\nx: café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader(new SampleSteps(), Map.of()).read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "[CONFIG_SYNTAX] " + ConfigFile.name(file) + ":2:7: byte 14 of the file is no UTF-8.");
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheText() throws IOException {
        assertThat(read("\uFEFF" + GOOD).text()).isEqualTo(GOOD);
    }

    @Test
    void read_moreThanAHundredFaults_tellsAHundredAndTheCount() throws IOException {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 0; i < 150; i++) {
            text.append("odd").append(i).append(": 1\n");
        }
        String message = message(text.toString(), Map.of());
        assertThat(message).startsWith("150 errors in config.yml:\n1) ").endsWith("\nand 50 more.");
        assertThat(message.lines()).hasSize(202);
    }

    @Test
    void read_aThousandFaults_endsTheReading() throws IOException {
        String items = "x, ".repeat(5000);
        assertThat(message("name: x\nsteps:\n  kinds: {numbers: [" + items + "]}\n", Map.of()))
                .startsWith("at least 1000 errors in config.yml:\n1) ")
                .endsWith("\nand 900 more.");
    }

    @Test
    void message_neverHoldsTheValueOfAVariable() throws IOException {
        String secret = "s3cr3t-canary";
        String text = GOOD.replace("pom.xml", "'${KEY}'")
                .replace("test: 0.2", "test: '${KEY}'")
                .replace("[trim]", "['${KEY}']")
                .replace("target: Species", "target: a, scale: '${KEY}', impute: '${KEY}'")
                .replace("[train, split.test]", "['${KEY}', 'split.${KEY}']");
        String message = message(text, Map.of("KEY", secret));
        assertThat(message).contains("${KEY}").doesNotContain(secret);
    }
}
