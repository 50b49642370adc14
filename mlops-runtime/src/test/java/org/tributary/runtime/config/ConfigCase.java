package org.tributary.runtime.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A configuration and the message that it gives: a file with the configuration, lines {@code ==== --set ...}, a line
 * {@code ====}, and the message.
 */
record ConfigCase(String name, String config, List<String> overrides, String message) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "config");
    static final Map<String, String> ENVIRONMENT = Map.of("EPOCHS", "many-secret-epochs", "TARGET", "Species");

    static Stream<ConfigCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .map(ConfigCase::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigCase read(Path file) {
        try {
            List<String> overrides = new ArrayList<>();
            String text = Files.readString(file);
            int end = text.indexOf("====");
            String rest = text.substring(end);
            while (rest.startsWith("==== --set ")) {
                overrides.add(rest.substring("==== --set ".length(), rest.indexOf('\n')));
                rest = rest.substring(rest.indexOf('\n') + 1);
            }
            String message = rest.substring(rest.indexOf('\n') + 1).stripTrailing();
            return new ConfigCase(file.getFileName().toString(), text.substring(0, end), overrides, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the message that the configuration gives now; empty if it is read without one. */
    String messageIn(Path folder) {
        Path file = folder.resolve("config.yml");
        try {
            Files.writeString(file, config);
            ConfigReader.of(new SampleSteps(), ENVIRONMENT).read(file, overrides);
            return "";
        } catch (ConfigException e) {
            return e.getMessage().replace(ConfigFile.name(folder) + "/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
