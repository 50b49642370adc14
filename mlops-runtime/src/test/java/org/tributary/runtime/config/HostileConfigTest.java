package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that want time or memory: each is refused, or read, within a bound. */
@Timeout(20)
class HostileConfigTest {

    private static final String STEPS = "name: x\nsteps:\n  in: {use: csv, path: pom.xml}\n";

    @TempDir
    Path folder;

    private void read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), text);
        ConfigReader.of(new SampleSteps(), Map.of()).read(file);
    }

    private static String laughs() {
        String more = IntStream.range(1, 9)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining());
        return "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + more;
    }

    private static String many(int count, UnaryOperator<String> line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.apply(Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static String deepKeys(String inside) {
        String key = "k".repeat(250);
        return "{" + (key + ": {").repeat(25) + inside + "}".repeat(25) + "}";
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("laughs", laughs(), "CONFIG_YAML_FEATURE"),
                Arguments.of("cycle", "a: &a\n  b: *a\n", "CONFIG_YAML_FEATURE"),
                Arguments.of("deep lists", "[".repeat(20_000) + "]".repeat(20_000), "CONFIG_TOO_DEEP"),
                Arguments.of("deeper lists", "[".repeat(500_000), "CONFIG_TOO_DEEP"),
                Arguments.of("deep maps", "{a: ".repeat(100_000), "CONFIG_TOO_DEEP"),
                Arguments.of("deep keys", "? ".repeat(100_000), "CONFIG_TOO_DEEP"),
                Arguments.of("deep blocks", "- ".repeat(100_000), "CONFIG_TOO_DEEP"),
                Arguments.of("more than 1 MiB", "name: " + "x".repeat(10_000_000), "CONFIG_TOO_LARGE"),
                Arguments.of("long scalar", "seed: " + "x".repeat(1_000_000), "CONFIG_WRONG_TYPE"),
                Arguments.of("long number", "seed: 1" + "0".repeat(1_000_000), "CONFIG_WRONG_TYPE"),
                Arguments.of(
                        "long fraction",
                        STEPS + "  split: {test: 0." + "1".repeat(1_000_000) + "}",
                        "CONFIG_WRONG_TYPE"),
                Arguments.of("long key", "? " + "k".repeat(900_000) + "\n: {a: [b, c]}", "CONFIG_BAD_NAME"),
                Arguments.of("many unknown keys", STEPS + many(60_000, i -> "key" + i + ": 1\n"), "CONFIG_UNKNOWN_KEY"),
                Arguments.of("many equal keys", STEPS + many(100_000, i -> "k: 1\n"), "CONFIG_DUPLICATE_KEY"),
                Arguments.of(
                        "many equal keys far down", "a: " + deepKeys("k: 1,".repeat(150_000)), "CONFIG_DUPLICATE_KEY"),
                Arguments.of(
                        "many variables far down", "a: [" + "'${A}',".repeat(140_000) + "]", "CONFIG_UNSET_VARIABLE"),
                Arguments.of("many anchors", "a: [" + "&a 1,".repeat(200_000) + "]", "CONFIG_YAML_FEATURE"),
                Arguments.of(
                        "many unknown inputs",
                        "name: x\nsteps:\n"
                                + many(18_000, i -> "  s" + i + ": {use: clean, from: t" + i + ", operations: []}\n"),
                        "CONFIG_UNKNOWN_INPUT"),
                Arguments.of(
                        "a long cycle",
                        "name: x\nsteps:\n"
                                + many(
                                        15_000,
                                        i -> "  s" + i + ": {use: clean, from: s" + (Integer.parseInt(i) + 1) % 15_000
                                                + ", operations: []}\n"),
                        "CONFIG_CYCLE"),
                Arguments.of(
                        "many wrong items",
                        STEPS + "  kinds: {numbers: [" + "x,".repeat(400_000) + "]}",
                        "CONFIG_WRONG_TYPE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void read_bomb_isRefusedInBoundedTime(String name, String text, String rule) {
        assertThatThrownBy(() -> read(text))
                .as(name)
                .isInstanceOf(ConfigException.class)
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("[" + rule + "]").hasSizeLessThan(100_000));
    }

    @Test
    void read_chainOfTenThousandSteps_isRead() throws IOException {
        String chain = many(9_000, i -> "  s" + i + ": {use: clean, operations: []}\n");
        Path file = Files.writeString(folder.resolve("config.yml"), STEPS + chain);
        RunConfig config = ConfigReader.of(new SampleSteps(), Map.of()).read(file, List.of("s7.operations=[trim]"));
        assertThat(config.pipeline().nodes()).hasSize(9_001);
        assertThat(config.pipeline().result().name()).isEqualTo("s8999");
    }

    @Test
    void read_tagOfAClass_loadsNoClass() {
        String name = Marker.class.getName();
        assertThatThrownBy(() -> read("name: !!" + name + " {}\nsteps: {x: {use: " + name + "}}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the tag \"!!" + name);
        assertThat(System.getProperty("config.marker")).isNull();
    }

    /** Tells that it was initialised. */
    static final class Marker {
        static {
            System.setProperty("config.marker", "loaded");
        }
    }
}
