package org.tributary.runtime.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the values of {@code --set key=value} into a tree; each keeps its override as its place. For one thread. */
final class Overrides {

    private static final int LONGEST_PATH = 32;

    private final List<String> sections;
    private final Environment environment;
    private final Faults faults;

    Overrides(List<String> sections, Environment environment, Faults faults) {
        this.sections = sections;
        this.environment = environment;
        this.faults = faults;
    }

    /** Gives the tree with the values; of two for one key the later one counts. */
    Tree.Mapping apply(Tree.Mapping root, List<String> texts) {
        Tree.Mapping changed = root;
        for (String text : texts) {
            changed = apply(changed, text);
        }
        return changed;
    }

    private Tree.Mapping apply(Tree.Mapping root, String text) {
        Place place = Place.override(text);
        int equals = text.indexOf('=');
        List<String> path =
                equals < 1 ? List.of() : List.of(text.substring(0, equals).split("\\.", -1));
        if (path.isEmpty() || path.contains("") || path.size() > LONGEST_PATH) {
            faults.add(Rule.CONFIG_OVERRIDE, place, "", "it must have the form key=value, such as train.epochs=7.");
            return root;
        }
        Optional<Tree> value = value(text.substring(equals + 1), place);
        if (value.isEmpty()) {
            return root;
        }
        return sections.contains(path.get(0))
                ? with(root, path, value.get(), place)
                : withStep(root, path, value.get(), place);
    }

    /** Only what looks like a list, a map or a quoted text is read as YAML: all else is a text as it is. */
    private Optional<Tree> value(String written, Place place) {
        if (!written.isEmpty() && "[{\"'".indexOf(written.charAt(0)) >= 0) {
            return YamlReader.at(place, written, environment, faults);
        }
        return environment
                .replace(written, place, () -> "", faults)
                .map(text -> new Tree.Scalar(text, written, true, place));
    }

    private Tree.Mapping withStep(Tree.Mapping root, List<String> path, Tree value, Place place) {
        Tree.Entry entry = root.entry("steps");
        String step = path.get(0);
        if (entry == null || !(entry.value() instanceof Tree.Mapping steps)) {
            return root;
        }
        if (!steps.entries().containsKey(step)) {
            Set<String> valid = new LinkedHashSet<>(steps.entries().keySet());
            valid.addAll(sections);
            String text = "there is no step " + Shown.quoted(step) + ", and no section of that name.";
            faults.add(Rule.CONFIG_OVERRIDE, place, "", text, new Suggestion(step, valid));
            return root;
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(root.entries());
        entries.put("steps", new Tree.Entry(entry.key(), with(steps, path, value, place)));
        return new Tree.Mapping(entries, root.place());
    }

    private static Tree.Mapping with(@Nullable Tree tree, List<String> path, Tree value, Place place) {
        Map<String, Tree.Entry> entries = entries(tree);
        Tree.Entry old = entries.get(path.get(0));
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            entries.put(path.get(0), new Tree.Entry(place, value));
        } else {
            Tree inner = with(old == null ? null : old.value(), rest, value, place);
            entries.put(path.get(0), new Tree.Entry(old == null ? place : old.key(), inner));
        }
        return new Tree.Mapping(entries, tree instanceof Tree.Mapping ? tree.place() : place);
    }

    /** A text that gets a key becomes a map: {@code impute: constant} with {@code impute.value} is one choice. */
    private static Map<String, Tree.Entry> entries(@Nullable Tree tree) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            entries.putAll(mapping.entries());
        } else if (tree instanceof Tree.Scalar scalar && !scalar.isEmpty()) {
            entries.put(scalar.text(), new Tree.Entry(scalar.place(), new Tree.Mapping(Map.of(), scalar.place())));
        }
        return entries;
    }
}
