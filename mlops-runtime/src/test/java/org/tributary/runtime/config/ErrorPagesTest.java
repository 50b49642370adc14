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

    /** A page shows what is told today: its message is one of those that the table of bad configurations holds. */
    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = "CONFIG_(NO_FILE|TOO_LARGE|.*_SETTING|SETTING_.*|STEP_TYPE)",
            mode = EnumSource.Mode.MATCH_NONE)
    void page_ofAFaultInAFile_showsAMessageOfTheTable(Rule rule) throws IOException {
        String message = Files.readString(PAGES.resolve(rule + ".md"))
                .lines()
                .filter(line -> line.startsWith("[" + rule + "]"))
                .findFirst()
                .orElseThrow();
        assertThat(ConfigCase.all()).anyMatch(row -> row.message().contains(message));
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
