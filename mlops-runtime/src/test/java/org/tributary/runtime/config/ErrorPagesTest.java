package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "errors");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void page_ofEachRule_saysWhatWhyAndHow(Rule rule) throws IOException {
        assertThat(Files.readString(PAGES.resolve(rule + ".md")))
                .startsWith("# " + rule + "\n")
                .contains("\n## Example\n", "[" + rule + "]", "\n## How to mend\n");
    }

    @Test
    void pages_ofConfigurations_areThoseOfTheRules() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<String> names = pages.map(page -> page.getFileName().toString())
                    .filter(page -> page.startsWith("CONFIG_"))
                    .map(page -> page.replace(".md", ""))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Rule.values()).map(Rule::name).toList());
        }
    }
}
