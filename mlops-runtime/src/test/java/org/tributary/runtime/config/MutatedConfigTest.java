package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small damage to a good configuration gives a pipeline or a message, never anything else. */
class MutatedConfigTest {

    private static final String START = """
            name: penguins
            seed: 7
            data: {pull: true, allow-modified: false}
            cache: {dir: .mlops/cache}
            tracking: {uri: "sqlite:mlflow.db", experiment: penguins}
            exports: {train: models/penguins}
            steps:
              ingest: {use: csv, path: pom.xml}
              clean:
                operations:
                  - trim
                  - drop: {columns: [Comments, "a b"]}
                  - keep: {first: 3}
              split: {test: 0.2, stratify: Species, options: {retries: 2, timeout: 5m}}
              prepare: {from: split.train, target: Species, impute: {constant: {value: 3}}, scale: min-max}
              train: {trainer: linear, epochs: 50, learning-rate: 0.5}
              evaluate: {from: [train, split.test]}
              kinds: {numbers: [1, 2], scales: {a: none}, inner: {text: "x", number: 3}, maybe: ~}
            """;

    private static final List<String> PIECES = List.of(
            "&a ",
            "*a",
            "!!int ",
            "<<: ",
            "---\n",
            "\t",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ": ",
            "- ",
            "#",
            "|\n",
            ">\n",
            "%",
            "\u0000",
            "\u2028",
            "\uD800",
            "é",
            "${X}",
            "${Y}",
            "null",
            "~",
            "",
            "\n",
            "  ",
            "1e999",
            "-1",
            "99999999999999999999",
            ".nan",
            "true",
            "from: train",
            "use: clean",
            "train",
            "split.test",
            "? ",
            "@",
            "`",
            "İ",
            "٣");

    private static final Pattern FAULT = Pattern.compile(
            "[0-9]+\\) \\[CONFIG_[A-Z_]+] config\\.yml(:[0-9]+:[0-9]+)?( .+)?: .+\n   .*More: docs/errors/CONFIG_[A-Z_]+\\.md",
            Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void read_mutatedConfig_givesAPipelineOrAMessage() throws IOException {
        ConfigReader reader = ConfigReader.of(new SampleSteps(), Map.of("X", "x-value"));
        int refused = 0;
        int accepted = 0;
        for (long seed = 0; seed < 2000; seed++) {
            String text = mutated(new SplittableRandom(seed));
            if (isRefused(reader, text, seed)) {
                refused++;
            } else {
                accepted++;
            }
        }
        assertThat(refused).isGreaterThan(500);
        assertThat(accepted).isGreaterThan(100);
    }

    private boolean isRefused(ConfigReader reader, String text, long seed) throws IOException {
        Path file = Files.write(folder.resolve("config.yml"), text.getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(reader.read(file).pipeline().nodes()).isNotEmpty();
            return false;
        } catch (ConfigException e) {
            String message = e.getMessage().replace(ConfigFile.name(folder) + "/", "");
            checkForm(message, seed);
            return true;
        } catch (RuntimeException | Error e) {
            return fail("seed " + seed + " gives another exception for:\n" + text, e);
        }
    }

    private static void checkForm(String message, long seed) {
        assertThat(message).as("seed " + seed).matches("(?s)[1-9][0-9]* errors? in config\\.yml:\n.*");
        String faults = message.substring(message.indexOf('\n') + 1);
        for (String fault : faults.split("\n(?=[0-9]+\\) )")) {
            assertThat(fault).as("seed " + seed).matches(FAULT);
        }
        assertThat(message).as("seed " + seed).doesNotContain("Exception", "\tat ", "x-value");
    }

    private static String mutated(SplittableRandom random) {
        String text = START;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            text = random.nextBoolean() ? lines(text, random) : characters(text, random);
        }
        return text;
    }

    private static String characters(String text, SplittableRandom random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(1, 12)));
        String piece =
                random.nextInt(4) == 0 ? text.substring(from, to).repeat(2) : PIECES.get(random.nextInt(PIECES.size()));
        return text.substring(0, from) + piece + text.substring(to);
    }

    private static String lines(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            default ->
                lines.set(line, " ".repeat(random.nextInt(5)) + lines.get(line).strip());
        }
        return String.join("\n", lines) + "\n";
    }
}
