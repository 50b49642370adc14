package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.runtime.config.SampleSteps.Impute;
import org.tributary.runtime.config.SampleSteps.Inner;
import org.tributary.runtime.config.SampleSteps.Kinds;
import org.tributary.runtime.config.SampleSteps.Scale;

/** Values that are written and read again, and faults that are put at a known place. */
class GeneratedConfigTest {

    private static final List<String> TEXTS = List.of(
            "", " ", "a", "no", "0755", "~", "null", "a: b", "- a", "#c", "{x}", "[y]", "*z", "&z", "!t", "'", "\"",
            "\\", "é İ ı", "日本", "a\tb", "a\nb", "%", "@", "$N", "1.10", "true", "=", "|", ">", "<<", "?");

    @TempDir
    Path folder;

    private final ConfigReader reader = ConfigReader.of(new SampleSteps(), Map.of());

    private RunConfig read(String text, String... overrides) throws IOException {
        return reader.read(Files.writeString(folder.resolve("config.yml"), text), List.of(overrides));
    }

    private static Object step(RunConfig config) {
        return config.pipeline().result().step().orElseThrow();
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> texts(Random random) {
        return random.ints(random.nextInt(4), 0, TEXTS.size())
                .mapToObj(TEXTS::get)
                .toList();
    }

    private static Impute impute(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Impute.Mean();
            case 1 -> new Impute.Median();
            default -> new Impute.Constant(random.nextInt(-100, 101));
        };
    }

    private static Kinds kinds(Random random) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        texts(random).forEach(text -> scales.put(text, any(List.of(Scale.values()), random)));
        double fraction = random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
        return new Kinds(
                any(TEXTS, random),
                random.nextInt(),
                random.nextLong(),
                fraction,
                random.nextBoolean(),
                any(List.of(Scale.values()), random),
                Path.of(any(List.of("a", "a/b c", "../é", "/x.y"), random)),
                Duration.ofMillis(random.nextInt(1_000_000)),
                random.ints(random.nextInt(4)).boxed().toList(),
                new LinkedHashSet<>(texts(random)),
                scales,
                random.nextBoolean() ? Optional.of(random.nextDouble()) : Optional.empty(),
                new Inner(any(TEXTS, random), random.nextInt()),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> impute(random))
                        .toList());
    }

    /** Each value as a person would write it, by key. */
    private static Map<String, String> written(Kinds kinds) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("text", quoted(kinds.text()));
        written.put("number", Integer.toString(kinds.number()));
        written.put("big", Long.toString(kinds.big()));
        written.put("fraction", Double.toString(kinds.fraction()));
        written.put("flag", Boolean.toString(kinds.flag()));
        written.put("scale", id(kinds.scale()));
        written.put("folder", quoted(kinds.folder().toString()));
        written.put("patience", kinds.patience().toMillis() + "ms");
        written.put("numbers", kinds.numbers().toString());
        written.put("words", list(kinds.words()));
        written.put("scales", map(kinds.scales()));
        written.put("maybe", kinds.maybe().map(Object::toString).orElse("null"));
        written.put(
                "inner",
                "{text: " + quoted(kinds.inner().text()) + ", number: "
                        + kinds.inner().number() + "}");
        written.put(
                "imputes",
                kinds.imputes().stream()
                        .map(GeneratedConfigTest::variant)
                        .toList()
                        .toString());
        return written;
    }

    private static String id(Scale scale) {
        return scale == Scale.NONE ? "none" : "min-max";
    }

    private static String variant(Impute impute) {
        if (impute instanceof Impute.Constant constant) {
            return "{constant: {value: " + constant.value() + "}}";
        }
        return impute instanceof Impute.Mean ? "mean" : "{median: {}}";
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(GeneratedConfigTest::quoted).toList().toString();
    }

    private static String map(Map<String, Scale> scales) {
        return scales.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + id(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return "\"" + escaped + "\"";
    }

    private static String config(Map<String, String> settings) {
        return "name: x\nsteps:\n  kinds:\n"
                + settings.entrySet().stream()
                        .map(entry -> "    " + entry.getKey() + ": " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void read_generatedValues_givesThemBack() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Kinds kinds = kinds(new Random(seed));
            assertThat(step(read(config(written(kinds))))).as("seed " + seed).isEqualTo(kinds);
        }
    }

    @Test
    void override_generatedValues_givesThemBack() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Kinds kinds = kinds(new Random(seed));
            String[] overrides = written(kinds).entrySet().stream()
                    .map(entry -> "kinds." + entry.getKey() + "=" + entry.getValue())
                    .toArray(String[]::new);
            assertThat(step(read("name: x\nsteps: {kinds: }\n", overrides)))
                    .as("seed " + seed)
                    .isEqualTo(kinds);
        }
    }

    @Test
    void read_someValues_keepsTheDefaultsOfTheOthers() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Map<String, String> all = written(kinds(random));
            Map<String, String> some = new LinkedHashMap<>(all);
            some.keySet().removeIf(key -> random.nextBoolean());
            Map<String, String> expected = written(Kinds.defaults());
            expected.putAll(some);
            assertThat(step(read(config(some)))).as("seed " + seed).isEqualTo(step(read(config(expected))));
        }
    }

    @Test
    void fault_atAKnownPlace_isToldThere() throws IOException {
        Set<String> wrong = Set.of("number", "big", "fraction", "flag", "scale", "patience", "maybe");
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, String> settings = written(kinds(random));
            List<String> keys = new ArrayList<>(settings.keySet());
            String broken = any(keys.stream().filter(wrong::contains).toList(), random);
            settings.put(broken, "what?");
            String place = "config.yml:" + (4 + keys.indexOf(broken)) + ":" + (7 + broken.length());
            assertThatThrownBy(() -> read(config(settings)))
                    .as("seed " + seed)
                    .hasMessageStartingWith("1 error in ")
                    .hasMessageContaining(place + " steps.kinds." + broken + ": ")
                    .hasMessageContaining("\"what?\"");
        }
    }

    @Test
    void misspelledKey_ofAnySetting_isToldWithTheRightOne() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, String> settings = written(Kinds.defaults());
            String key = any(new ArrayList<>(settings.keySet()), random);
            int dropped = 1 + random.nextInt(key.length() - 1);
            String misspelled = key.substring(0, dropped) + key.substring(dropped + 1);
            if (settings.containsKey(misspelled)) {
                continue;
            }
            String text = config(Map.of(misspelled, "1"));
            assertThatThrownBy(() -> read(text))
                    .as("seed " + seed + ", " + misspelled)
                    .hasMessageContaining("config.yml:4:5 steps.kinds." + misspelled + ": there is no key")
                    .hasMessageContaining("Did you mean \"" + nearest(misspelled, key) + "\"?");
        }
    }

    /** Two keys can be as near as each other: then the first in the alphabet is suggested. */
    private static String nearest(String misspelled, String key) {
        return written(Kinds.defaults()).keySet().stream()
                .filter(other -> Suggestion.distance(misspelled, other) <= 1)
                .sorted()
                .findFirst()
                .orElse(key);
    }
}
