package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares pictures with files in {@code src/test/resources/picture}, and leaves what it was given in {@code target/picture}. */
final class Golden {

    private static final Path GIVEN = Path.of("target", "picture");

    private Golden() {}

    static void assertText(String name, String actual) throws IOException {
        Files.createDirectories(GIVEN);
        Files.writeString(GIVEN.resolve(name), actual, StandardCharsets.UTF_8);
        assertThat(actual)
                .as(
                        "look at target/picture/%s; if it is right: cp target/picture/%s src/test/resources/picture/",
                        name, name)
                .isEqualTo(text(name));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/picture/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
