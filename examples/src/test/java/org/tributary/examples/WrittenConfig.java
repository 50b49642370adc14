package org.tributary.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tributary.pipeline.Extension;
import org.tributary.runtime.config.ConfigException;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.runtime.config.RunConfig;

/** Reads configurations that tests write. */
final class WrittenConfig {

    private WrittenConfig() {}

    /** The record of a step; an error names the file {@code config.yml} without its folder. */
    static Object step(Path folder, String name, String config) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), config, StandardCharsets.UTF_8);
        Extension extension = Extension.discover(WrittenConfig.class.getClassLoader());
        try {
            RunConfig read = ConfigReader.of(extension, Map.of()).read(file, List.of());
            return read.pipeline().nodes().stream()
                    .filter(node -> node.name().equals(name))
                    .findFirst()
                    .flatMap(node -> node.step())
                    .orElseThrow();
        } catch (ConfigException e) {
            throw new AssertionError(e.getMessage().replace(file.toString(), "config.yml"), e);
        }
    }
}
