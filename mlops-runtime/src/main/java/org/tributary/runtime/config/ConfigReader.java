package org.tributary.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tributary.pipeline.Extension;

/**
 * Reads {@code config.yml} into a pipeline that is ready to run, or tells all that is wrong with it at once.
 *
 * <pre>{@code
 * ConfigReader reader = ConfigReader.of(Extension.discover(loader), System.getenv());
 * RunConfig config = reader.read(Path.of("config.yml"), List.of("train.epochs=7"));
 * LocalRunner.builder().cache(config.cache().dir()).build().run(config.pipeline());
 * }</pre>
 *
 * <p>Reading runs no step and loads no class that is named in the file. <b>Threads:</b> safe for concurrent use.
 */
public final class ConfigReader {

    private final Extension extension;
    private final Shapes shapes;
    private final Map<String, String> environment;

    private ConfigReader(Extension extension, Shapes shapes, Map<String, String> environment) {
        this.extension = extension;
        this.shapes = shapes;
        this.environment = environment;
    }

    /**
     * A reader for the steps of an extension.
     *
     * @param extension the steps and variants that a configuration may name
     * @param environment the values of <code>${NAME}</code>; {@link System#getenv()} in a program
     * @throws ConfigException naming each step that no configuration could fill: a component with a reserved name, a clash of
     *     names, a type that cannot be written
     */
    public static ConfigReader of(Extension extension, Map<String, String> environment) {
        Shapes shapes = new Shapes(extension.variants());
        Catalogue.check(extension.steps(), shapes);
        return new ConfigReader(extension, shapes, Map.copyOf(environment));
    }

    /**
     * Reads a file as it is.
     *
     * @throws ConfigException naming every fault
     */
    public RunConfig read(Path file) {
        return read(file, List.of());
    }

    /**
     * Reads a file and puts values in the place of some of its own.
     *
     * @param file UTF-8 text, at most 1 MiB
     * @param overrides texts such as {@code train.epochs=7}: the key starts with a section or else with a step; of two for one
     *     key the later counts
     * @throws ConfigException naming every fault
     */
    public RunConfig read(Path file, List<String> overrides) {
        String name = ConfigFile.name(file);
        Faults faults = new Faults(name);
        Environment variables = new Environment(environment);
        String text = ConfigFile.read(file, faults).orElse("");
        faults.throwIfAny();
        Tree tree = YamlReader.file(text, name, variables, faults).orElse(null);
        if (!(tree instanceof Tree.Mapping root)) {
            if (faults.count() == 0) {
                faults.add(
                        Rule.CONFIG_WRONG_TYPE,
                        new Place(name, 1, 1),
                        "",
                        "the file must be a map of sections, such as name and steps.");
            }
            faults.throwIfAny();
            throw new IllegalStateException("a fault was told");
        }
        Tree.Mapping changed = new Overrides(Sections.NAMES, variables, faults).apply(root, overrides);
        return new Sections(changed, extension, new Binder(shapes, faults, variables, OptionalLong.empty()))
                .read(overrides, text);
    }
}
