package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Compares whole texts with files in {@code src/test/resources/golden}. */
final class Golden {

    private Golden() {}

    /** Compares, with times, widths, ids and the folder's name replaced, since they change without meaning. */
    static void assertText(String name, String actual, Path folder) {
        assertThat(normal(actual, folder)).as(name).isEqualTo(text(name));
    }

    private static String normal(String text, Path folder) {
        return text.replace(folder.toString(), "FOLDER")
                .replaceAll("\\b[0-9a-f]{32}\\b", "RUN")
                .replaceAll("\"millis\":\\d+", "\"millis\":0")
                .replaceAll("\\b\\d+(\\.\\d)? (ms|s)\\b", "TIME")
                .replaceAll("(?<=\\S) {2,}", " ")
                .stripTrailing();
    }

    private static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".txt")) {
            assertThat(in).as("golden/" + name + ".txt").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
