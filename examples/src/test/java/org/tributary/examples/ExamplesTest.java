package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.ChildJvm.Ended;
import org.tributary.steps.model.Classification;
import org.tributary.steps.model.TrainedModel;

/** Each example runs as its reader would run it: a process of its own, in a folder that holds the data and nothing else. */
final class ExamplesTest {

    private static final Pattern ACCURACY = Pattern.compile("  accuracy = ([0-9.]+) \\(baseline ([0-9.]+)\\)");
    private static final Pattern TIME = Pattern.compile("[0-9]+(\\.[0-9]+)? m?s\\b");
    private static final Pattern SIZE = Pattern.compile("[0-9]+ (B|kB)\\b");

    @TempDir
    private Path folder;

    @Test
    void penguins_runTwice_secondTimeFromTheCacheWithTheSameResult() throws Exception {
        putData();

        Ended first = run("PenguinsPipeline");
        Ended second = run("PenguinsPipeline");

        assertThat(outcomes(first)).containsOnly("RAN").hasSize(Penguins.STEPS.size());
        assertThat(outcomes(second)).containsOnly("CACHED").hasSize(Penguins.STEPS.size());
        assertThat(metrics(second)).isNotEmpty().isEqualTo(metrics(first));
        Matcher accuracy = ACCURACY.matcher(first.out());
        assertThat(accuracy.find()).as(first.out()).isTrue();
        assertThat(Double.parseDouble(accuracy.group(1))).isGreaterThanOrEqualTo(0.97);
        assertThat(Double.parseDouble(accuracy.group(2))).isBetween(0.3, 0.6);
        assertThat(first.err()).isEmpty();
        assertExportPredicts();
        assertReadmeShows(first);
    }

    private void assertExportPredicts() throws IOException {
        TrainedModel model = TrainedModel.load(folder.resolve(Path.of("models", "penguins")));
        Map<String, Object> gentoo = Map.of(
                "Island",
                "Biscoe",
                "Culmen Length (mm)",
                47.5,
                "Culmen Depth (mm)",
                15.0,
                "Flipper Length (mm)",
                218,
                "Body Mass (g)",
                4950);
        assertThat(((Classification) model.predict(gentoo)).label()).isEqualTo("Gentoo");
    }

    private static void assertReadmeShows(Ended run) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8);
        List<String> shown = FencedBlocks.of(readme, "text");
        assertThat(shown).as("output blocks of the README").isNotEmpty();
        assertThat(stable(run.out())).startsWith(stable(shown.get(0)));
    }

    /** Times and sizes are the machine's and the format's, the width of columns follows from them. */
    private static String stable(String output) {
        String known = SIZE.matcher(TIME.matcher(output).replaceAll("<time>")).replaceAll("<size>");
        return known.replaceAll(" +", " ").strip();
    }

    @Test
    void otherExamples_run_withoutAnError() throws Exception {
        Set<String> examples = mains();
        examples.remove("PenguinsPipeline");
        assertThat(examples).as("examples with a main").contains("OwnOperation", "OwnStep", "RepeatedSplits");
        putData();

        for (String example : examples) {
            Ended run = run(example);
            assertThat(run.err()).as(example).isEmpty();
            assertThat(run.out()).as(example).isNotBlank();
            if (example.equals("OwnStep")) {
                assertThat(run.out()).contains("slenderness.missing = 2.0000");
            } else if (example.equals("OwnOperation")) {
                assertThat(run.out()).contains("clean.rows = 100", "clean.dropped.head = 242");
            } else if (example.equals("DeclaredSchema")) {
                assertThat(run.out())
                        .contains("ingest.rows = 330", "ingest.rejected = 14", "ingest.rejected.nullable = 11")
                        .contains("breaks its schema in 14 places, 14 of 344 rows, which are set aside");
            } else if (example.equals("RepeatedSplits")) {
                assertThat(run.out())
                        .containsPattern("repeat\\[\\*]/train +5 RAN")
                        .containsPattern(
                                "repeat\\[\\*]/accuracy = 0\\.9[0-9]+ \\(0\\.9[0-9]+ to .* over 5 elements\\) \\(baseline 0\\.4");
            }
        }
    }

    @Test
    void penguins_withoutData_saysWhatIsMissingAndExitsWithOne() throws Exception {
        Ended run = ChildJvm.in(folder).run("org.tributary.examples.PenguinsPipeline");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("[DATA_NO_FILE]").doesNotContain("\tat ");
        assertThat(StoreFiles.files(folder)).as("files it left").noneMatch(file -> file.endsWith("model.tribuo"));
    }

    private Ended run(String example) throws IOException, InterruptedException {
        return ChildJvm.in(folder).run("org.tributary.examples." + example).orThrow();
    }

    private void putData() throws IOException {
        Path data = folder.resolve(Path.of("data", "raw"));
        Files.createDirectories(data);
        Files.copy(Penguins.raw(), data.resolve("penguins-raw.csv"));
        Path config = Path.of("..", "config.yml");
        if (Files.exists(config)) {
            Files.copy(config, folder.resolve("config.yml"));
        }
    }

    private static List<String> outcomes(Ended run) {
        List<String> outcomes = new ArrayList<>();
        for (String line : run.lines()) {
            String[] words = line.strip().split(" +");
            if (line.startsWith("  ") && words.length > 1 && Penguins.STEPS.contains(words[0])) {
                outcomes.add(words[1]);
            }
        }
        return outcomes;
    }

    private static List<String> metrics(Ended run) {
        return run.lines().stream()
                .filter(line -> line.startsWith("  ") && line.contains(" = "))
                .toList();
    }

    private static Set<String> mains() throws IOException {
        Set<String> mains = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file, StandardCharsets.UTF_8).contains("public static void main(")) {
                    mains.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return mains;
    }
}
