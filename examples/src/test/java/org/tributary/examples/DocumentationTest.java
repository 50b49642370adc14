package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each Java block of the README and of the pages in docs is a region of a compiled and tested example. */
final class DocumentationTest {

    @Test
    void javaBlocks_ofAllPages_areRegionsOfExamples() throws IOException {
        Map<String, String> regions = new TreeMap<>();
        for (Path source : files(Path.of("src", "main", "java"), ".java")) {
            FencedBlocks.regions(read(source))
                    .forEach((name, text) -> regions.put(source.getFileName() + " " + name, text));
        }
        List<String> strangers = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            for (String block : FencedBlocks.of(read(page), "java")) {
                seen++;
                if (!regions.containsValue(block)) {
                    strangers.add(page + ":\n" + block);
                }
            }
        }

        assertThat(seen).as("Java blocks seen").isGreaterThanOrEqualTo(4);
        assertThat(strangers)
                .as("blocks that equal no region; regions are %s", regions.keySet())
                .isEmpty();
    }

    @Test
    void links_ofAllPages_leadToFiles() throws IOException {
        List<String> dead = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            for (String link : links(read(page))) {
                seen++;
                if (!Files.exists(page.resolveSibling(link))) {
                    dead.add(page + ": " + link);
                }
            }
        }

        assertThat(seen).as("links seen").isGreaterThanOrEqualTo(5);
        assertThat(dead).isEmpty();
    }

    @Test
    void blocks_ofAPage_areTakenByLanguage() {
        String page = "Text\n```java\nint a;\n    int b;\n```\n```text\nout\n```\n";

        assertThat(FencedBlocks.of(page, "java")).containsExactly("int a;\n    int b;");
        assertThat(FencedBlocks.of(page, "text")).containsExactly("out");
    }

    @Test
    void regions_ofASource_loseTheirIndentation() {
        String source = "class A {\n    // region one\n    int a;\n        int b;\n    // endregion\n    int c;\n}\n";

        assertThat(FencedBlocks.regions(source)).containsExactly(Map.entry("one", "int a;\n    int b;"));
    }

    /** Relative links, without their anchors. */
    private static List<String> links(String page) {
        return Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(files(Path.of("..", "docs"), ".md"));
        pages.add(Path.of("..", "README.md"));
        return pages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
