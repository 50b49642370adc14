package org.tributary.runtime.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.StepFactory;

/**
 * The reference page of {@code config.yml} for what an extension registers: each key with type, default, range and meaning, from
 * the records themselves. For use by one thread.
 */
public final class ConfigReference {

    private static final String HEAD = """
            | key | type | default | range | meaning |
            | --- | --- | --- | --- | --- |
            """;

    private final Extension extension;
    private final Shapes shapes;
    private final TypeText types;
    private final StringBuilder page = new StringBuilder();

    private ConfigReference(Extension extension) {
        this.extension = extension;
        this.shapes = new Shapes(extension.variants());
        this.types = new TypeText(shapes);
    }

    /**
     * Writes the page as Markdown, the same for equal extensions.
     *
     * @throws ConfigException if a step cannot be used in a configuration
     */
    public static String markdown(Extension extension) {
        ConfigReference reference = new ConfigReference(extension);
        Catalogue.check(extension.steps(), reference.shapes);
        return reference.write();
    }

    private String write() {
        page.append(ReferenceText.START).append("\n## Sections\n\n").append(HEAD);
        page.append(ReferenceText.NAME_AND_SEED);
        rows("data.", RunConfig.Data.class);
        rows("cache.", RunConfig.Cache.class);
        rows("tracking.", RunConfig.Tracking.class);
        page.append(ReferenceText.EXPORTS_AND_STEPS);
        page.append("\n## Keys of every step\n\n").append(HEAD).append(ReferenceText.USE_AND_FROM);
        rows("options.", OptionsSection.class);
        page.append(ReferenceText.VALUES).append("\n## Steps\n");
        new TreeMap<>(extension.steps()).forEach(this::step);
        choices();
        return page.toString();
    }

    private void step(String id, StepFactory<?> factory) {
        Shape shape = shapes.of(factory.settings());
        page.append("\n### ").append(id).append('\n');
        Signature.of(factory.settings()).ifPresent(this::signature);
        table(shape);
        shape.inline()
                .ifPresent(inline -> variants(inline).forEach((variant, type) -> {
                    page.append("\nWith `")
                            .append(inline.key())
                            .append(": ")
                            .append(variant)
                            .append("`, beside it:\n");
                    table(shapes.of(type));
                }));
    }

    private Map<String, Class<? extends Record>> variants(Shape.Item inline) {
        return shapes.variants((Class<?>) inline.type());
    }

    private void signature(Signature signature) {
        String takes = signature.inputs().isEmpty() ? "reads data itself" : "takes " + signature.inputNames();
        page.append("\nIt ").append(takes).append(", and gives ");
        page.append(Signature.name(signature.output())).append(".\n");
    }

    private void table(Shape shape) {
        if (shape.items().isEmpty()) {
            page.append("\nIt has no settings.\n");
            return;
        }
        page.append('\n').append(HEAD);
        rows("", shape.type());
    }

    private void rows(String prefix, Class<? extends Record> type) {
        Shape shape = shapes.of(type);
        Map<String, String> defaults = new Defaults(shapes).of(shape);
        for (Shape.Item item : shape.items().values()) {
            String value = item.required() ? "required" : code(defaults.getOrDefault(item.key(), ""));
            String row = String.join(
                    " | ", code(prefix + item.key()), types.of(item.type()), value, range(item), item.doc());
            page.append("| ")
                    .append(row.replaceAll(" +\\|", " |").stripTrailing())
                    .append(" |\n");
        }
    }

    private static String range(Shape.Item item) {
        String limits = item.limits().isNone() ? "" : item.limits().text();
        return (limits + " " + item.unit()).strip();
    }

    /** The records below the steps, and the variants of interfaces that are not inline, each with its settings. */
    private void choices() {
        Map<String, Class<?>> found = new TreeMap<>();
        extension.steps().values().forEach(factory -> types.collect(factory.settings(), found));
        section(ReferenceText.MAPS, found, Class::isRecord, type -> table(shapes.of(type.asSubclass(Record.class))));
        section(ReferenceText.CHOICES, found, type -> !type.isRecord(), this::choice);
    }

    private void section(
            String start, Map<String, Class<?>> found, Predicate<Class<?>> belongs, Consumer<Class<?>> body) {
        List<Class<?>> types = found.values().stream().filter(belongs).toList();
        page.append(types.isEmpty() ? "" : start);
        for (Class<?> type : types) {
            page.append("\n### ").append(type.getSimpleName()).append('\n');
            body.accept(type);
        }
    }

    private void choice(Class<?> type) {
        Map<String, Class<? extends Record>> variants = shapes.variants(type);
        page.append("\n").append(plain(variants));
        withSettings(variants).forEach((id, variant) -> {
            page.append("\n`").append(id).append("`:\n");
            table(shapes.of(variant));
        });
    }

    private String plain(Map<String, Class<? extends Record>> variants) {
        List<String> alone = new ArrayList<>(variants.keySet());
        alone.removeAll(withSettings(variants).keySet());
        return alone.isEmpty()
                ? "All of them have settings.\n"
                : "Without settings: "
                        + alone.stream().map(ConfigReference::code).collect(Collectors.joining(", ")) + ".\n";
    }

    private Map<String, Class<? extends Record>> withSettings(Map<String, Class<? extends Record>> variants) {
        Map<String, Class<? extends Record>> some = new LinkedHashMap<>(variants);
        some.values().removeIf(type -> shapes.of(type).items().isEmpty());
        return some;
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }
}
