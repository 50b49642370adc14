package org.tributary.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.StepFactory;
import org.tributary.pipeline.StepOptions;

/** Reads the section {@code steps}: makes each step by itself, whatever is wrong with the others. For one thread. */
final class StepsSection {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_-]*");

    private final Map<String, StepFactory<?>> factories;
    private final Binder binder;

    StepsSection(Map<String, StepFactory<?>> factories, Binder binder) {
        this.factories = new TreeMap<>(factories);
        this.binder = binder;
    }

    /**
     * Reads all steps, in the order of the file.
     *
     * @param exports the folders by step
     */
    List<BoundStep> read(Tree.Mapping steps, Map<String, Path> exports) {
        List<BoundStep> bound = new ArrayList<>();
        String above = null;
        for (Map.Entry<String, Tree.Entry> entry : steps.entries().entrySet()) {
            String name = entry.getKey();
            checkName(name, entry.getValue().key());
            bound.add(step(name, entry.getValue(), above, exports.get(name)));
            above = name;
        }
        return bound;
    }

    private void checkName(String name, Place place) {
        if (!NAME.matcher(name).matches()) {
            binder.faults()
                    .add(
                            Rule.CONFIG_BAD_NAME,
                            place,
                            "steps",
                            Shown.quoted(name)
                                    + " is no name for a step: it consists of letters, digits, \"_\" and \"-\", and"
                                    + " does not start with \"-\".");
        } else if (Sections.NAMES.contains(name)) {
            binder.faults()
                    .add(
                            Rule.CONFIG_BAD_NAME,
                            place,
                            "steps",
                            "a step may not be called " + Shown.quoted(name)
                                    + ": a section has that name. Rename the step, and add its kind as use.");
        }
    }

    private BoundStep step(String name, Tree.Entry entry, @Nullable String above, @Nullable Path export) {
        String path = "steps." + name;
        Map<String, Tree.Entry> settings = new LinkedHashMap<>();
        if (entry.value() instanceof Tree.Mapping mapping) {
            settings.putAll(mapping.entries());
        } else if (!entry.value().isEmpty()) {
            binder.wrongType(entry.value(), path, "a map of the step's settings");
            return broken(name, entry.key());
        }
        Tree.Entry use = settings.remove("use");
        Tree.Entry from = settings.remove("from");
        Tree.Entry options = settings.remove("options");
        String id = use != null && use.value() instanceof Tree.Scalar scalar ? scalar.text() : name;
        Given given = new Given(settings, entry.key(), path, Catalogue.RESERVED);
        StepFactory<?> factory = factory(id, use, given);
        Object step = factory == null ? null : create(factory, given);
        Class<?> type = step != null ? step.getClass() : factory == null ? null : factory.settings();
        Signature signature = type == null ? null : signature(type, step, given);
        return new BoundStep(
                name,
                id,
                entry.key(),
                settings,
                step,
                signature,
                from != null ? inputs(from, path) : above(above, signature, entry.key()),
                from != null ? from.value().place() : entry.key(),
                from != null,
                options(options, path, export));
    }

    private static BoundStep broken(String name, Place place) {
        return new BoundStep(name, name, place, Map.of(), null, null, List.of(), place, false, null);
    }

    private @Nullable StepFactory<?> factory(String id, Tree.@Nullable Entry use, Given given) {
        String path = use == null ? given.path() : given.pathOf("use");
        if (use != null && !(use.value() instanceof Tree.Scalar)) {
            binder.wrongType(use.value(), path, "the id of a step");
            return null;
        }
        StepFactory<?> factory = factories.get(id);
        if (factory == null) {
            String hint = use == null ? " Add use: with the id of a step, or rename it." : "";
            binder.faults()
                    .add(
                            Rule.CONFIG_UNKNOWN_STEP,
                            use == null ? given.place() : use.value().place(),
                            path,
                            "no extension has a step with the id " + Shown.quoted(id) + "." + hint,
                            new Suggestion(id, factories.keySet()));
        }
        return factory;
    }

    private <S extends Record> @Nullable Object create(StepFactory<S> factory, Given given) {
        Record settings = binder.record(factory.settings(), given);
        if (settings == null) {
            return null;
        }
        try {
            return factory.create(factory.settings().cast(settings));
        } catch (RuntimeException e) {
            refuse(given, Refusal.text(e, binder.environment()));
            return null;
        }
    }

    private @Nullable Signature signature(Class<?> type, @Nullable Object step, Given given) {
        Signature signature = Signature.of(type).orElse(null);
        boolean isUsable = signature != null && signature.isComplete();
        if (step != null && !isUsable) {
            refuse(given, "its factory gives a " + type.getName() + ", which is no step whose class says its types.");
        }
        return isUsable ? signature : null;
    }

    private void refuse(Given given, String text) {
        binder.faults().add(Rule.CONFIG_REFUSED_VALUE, given.place(), given.path(), text);
    }

    private static List<InputName> above(@Nullable String above, @Nullable Signature signature, Place place) {
        boolean takesOne = signature != null && signature.inputs().size() == 1;
        return above != null && takesOne ? List.of(new InputName(above, place)) : List.of();
    }

    private List<InputName> inputs(Tree.Entry from, String path) {
        List<Tree> written = from.value() instanceof Tree.Sequence list ? list.items() : List.of(from.value());
        List<InputName> names = new ArrayList<>();
        for (Tree tree : written) {
            if (tree instanceof Tree.Scalar scalar && !scalar.isEmpty()) {
                names.add(new InputName(scalar.text(), scalar.place()));
            } else {
                binder.wrongType(tree, path + ".from", "the name of a step, or a list of names");
            }
        }
        return names;
    }

    private @Nullable StepOptions options(Tree.@Nullable Entry entry, String path, @Nullable Path export) {
        if (entry == null || entry.value().isEmpty()) {
            return OptionsSection.defaults().toOptions(export);
        }
        Object options = binder.value(OptionsSection.class, Limits.NONE, entry.value(), path + ".options");
        return options == null ? null : ((OptionsSection) options).toOptions(export);
    }
}
