package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RuleTest {

    @Test
    void everyRule_hasATestedText() throws IOException {
        StringBuilder texts = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src", "test", "resources", "errors"))) {
            for (Path file : files) {
                texts.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }

        assertThat(Rule.values())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(texts).contains("[" + rule + "] "));
    }
}
