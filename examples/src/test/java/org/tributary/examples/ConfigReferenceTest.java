package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Extension;
import org.tributary.runtime.config.ConfigReference;

/** The reference page against the records that it is generated from. */
class ConfigReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "config.md");
    private static final Path GENERATED = Path.of("target", "config.md");

    @Test
    void page_isUpToDate() throws IOException {
        String page = ConfigReference.markdown(Extension.discover(getClass().getClassLoader()));
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, page, StandardCharsets.UTF_8);
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("docs/reference/config.md is out of date: cp examples/target/config.md docs/reference/config.md")
                .isEqualTo(page);
    }
}
