package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.picture.PipelinePicture;

/** The picture in the README against the pipeline that it shows. */
class PenguinsPictureTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SHOWN = ROOT.resolve(Path.of("docs", "images", "penguins.svg"));
    private static final Path GENERATED = Path.of("target", "penguins.svg");

    @Test
    void picture_isUpToDate() throws IOException {
        // The pipeline of config.yml too, as another test says; there it would show where this machine keeps the file.
        Pipeline<?> pipeline = PenguinsPipeline.define(Path.of("data", "raw", "penguins-raw.csv"));
        String picture = PipelinePicture.of(pipeline).toSvg();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, picture, StandardCharsets.UTF_8);
        assertThat(SHOWN)
                .as("docs/images/penguins.svg is out of date: cp examples/target/penguins.svg docs/images/penguins.svg")
                .exists()
                .content(StandardCharsets.UTF_8)
                .isEqualTo(picture);
    }
}
