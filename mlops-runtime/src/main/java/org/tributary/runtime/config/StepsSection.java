package org.tributary.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
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
        boolean isMap = entry.value() instanceof Tree.Mapping;
        WrittenStep written =
                WrittenStep.of(name, entry.key(), entry.value() instanceof Tree.Mapping map ? map.entries() : Map.of());
        if (!isMap && !entry.value().isEmpty()) {
            binder.wrongType(entry.value(), written.path(), "a map of the step's settings");
            return new BoundStep(written, null, null, List.of(), null);
        }
        StepFactory<?> factory = factory(written);
        Object step = factory == null ? null : create(factory, written.given());
        Signature signature = factory == null ? null : signature(factory, step, written.given());
        List<InputName> from =
                written.from() == null ? above(above, signature, written.place()) : inputs(written.from(), written);
        return new BoundStep(written, step, signature, from, options(written, export));
    }

    private @Nullable StepFactory<?> factory(WrittenStep step) {
        String path = step.use() == null ? step.path() : step.path() + ".use";
        Tree use = step.use();
        if (use != null && !(use instanceof Tree.Scalar)) {
            binder.wrongType(use, path, "the id of a step");
            return null;
        }
        Tree.Scalar kind = step.kind();
        StepFactory<?> factory = factories.get(kind.text());
        if (factory == null) {
            String hint = step.use() == null ? " Add use: with the id of a step, or rename it." : "";
            binder.faults()
                    .add(
                            Rule.CONFIG_UNKNOWN_STEP,
                            kind.place(),
                            path,
                            "no extension has a step with the id " + kind.shown() + "." + hint,
                            new Suggestion(kind.written(), factories.keySet()));
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

    /** The signature of the step, or of its settings if it could not be made. */
    private @Nullable Signature signature(StepFactory<?> factory, @Nullable Object step, Given given) {
        Class<?> type = step == null ? factory.settings() : step.getClass();
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
        return above != null && takesOne ? List.of(new InputName(above, above, place)) : List.of();
    }

    private List<InputName> inputs(Tree from, WrittenStep step) {
        List<Tree> written = from instanceof Tree.Sequence list ? list.items() : List.of(from);
        List<InputName> names = new ArrayList<>();
        for (Tree tree : written) {
            if (tree instanceof Tree.Scalar scalar && !scalar.isEmpty()) {
                names.add(InputName.of(scalar));
            } else {
                binder.wrongType(tree, step.fromPath(), "the name of a step, or a list of names");
            }
        }
        return names;
    }

    private @Nullable StepOptions options(WrittenStep step, @Nullable Path export) {
        if (step.options() == null) {
            return OptionsSection.defaults().toOptions(export);
        }
        Object options = binder.value(OptionsSection.class, Limits.NONE, step.options(), step.path() + ".options");
        return options == null ? null : ((OptionsSection) options).toOptions(export);
    }
}
