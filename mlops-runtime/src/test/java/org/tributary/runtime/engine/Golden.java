package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Compares whole texts for people with files in {@code src/test/resources/errors}. */
final class Golden {

    private Golden() {}

    /** Compares, with line numbers, times and the width of columns left out, since they change without meaning. */
    static void assertText(String name, String actual) {
        assertThat(normal(actual)).as(name).isEqualTo(text(name));
    }

    private static String normal(String text) {
        return text.replaceAll("(\\w+\\.java):\\d+", "$1:LINE")
                .replaceAll("\\d+(\\.\\d)? (ms|s)\\b", "TIME")
                .replaceAll("(?<=\\S) {2,}", "  ");
    }

    private static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/errors/" + name + ".txt")) {
            assertThat(in).as("errors/" + name + ".txt").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
