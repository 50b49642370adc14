package org.tributary.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The texts of errors as they are kept in {@code src/test/resources/errors}. */
final class GoldenTexts {

    private GoldenTexts() {}

    /** Compares a whole text with a kept one; only the number of a line in a test may differ, written {@code LINE} there. */
    static void assertMessage(String name, String message) throws IOException {
        Path file = Path.of("src", "test", "resources", "errors", name + ".txt");
        String kept = Files.readString(file, StandardCharsets.UTF_8);
        String actual = message.replaceAll("(\\w+Test\\.java):[0-9]+", "$1:LINE");
        assertThat(actual + "\n").as(file.toString()).isEqualTo(kept);
    }
}
