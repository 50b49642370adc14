package org.tributary.runtime.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Extension;

/** Reads the sections of one configuration: all of them, whatever is wrong with the others. For one thread. */
final class Sections {

    /** The sections, in the order in which the reference names them. */
    static final List<String> NAMES = List.of("name", "seed", "data", "cache", "tracking", "exports", "steps");

    private final Tree.Mapping root;
    private final Extension extension;
    private final Binder binder;

    Sections(Tree.Mapping root, Extension extension, Binder binder) {
        this.root = root;
        this.extension = extension;
        this.binder = binder;
    }

    /**
     * Reads everything.
     *
     * @param overrides as given, for the result
     * @param text as written, for the result
     * @throws ConfigException naming every fault
     */
    RunConfig read(List<String> overrides, String text) {
        checkNames();
        String name = name();
        OptionalLong seed = seed();
        RunConfig.Data data = section("data", RunConfig.Data.class);
        RunConfig.Cache cache = section("cache", RunConfig.Cache.class);
        RunConfig.Tracking tracking = section("tracking", RunConfig.Tracking.class);
        Map<String, Path> exports = exports();
        List<BoundStep> steps = steps(exports, seed);
        List<BoundStep> sorted = StepOrder.sort(steps, binder.faults());
        binder.faults().throwIfAny();
        if (name == null || data == null || cache == null || tracking == null) {
            throw new IllegalStateException("what is missing was told");
        }
        String result = steps.get(steps.size() - 1).name();
        return new RunConfig(
                name, seed, data, cache, tracking, exports, Assembly.pipeline(name, sorted, result), overrides, text);
    }

    private void checkNames() {
        root.entries().forEach((key, entry) -> {
            if (!NAMES.contains(key)) {
                RecordBinding.unknownKey(binder.faults(), entry.key(), "", key, NAMES);
            }
        });
    }

    private @Nullable String name() {
        Tree.Entry entry = root.entry("name");
        if (entry == null) {
            missing("name", "the key is missing: a pipeline and its runs need a name.");
            return null;
        }
        Object name = binder.value(String.class, Limits.NONE, entry.value(), "name");
        if (name instanceof String text && text.isBlank()) {
            binder.faults().add(Rule.CONFIG_BAD_NAME, entry.value().place(), "name", "the name is empty.");
        }
        return (String) name;
    }

    private OptionalLong seed() {
        Tree.Entry entry = root.entry("seed");
        Object seed = entry == null || entry.value().isEmpty()
                ? null
                : binder.value(long.class, Limits.NONE, entry.value(), "seed");
        return seed == null ? OptionalLong.empty() : OptionalLong.of((Long) seed);
    }

    private <R extends Record> @Nullable R section(String key, Class<R> type) {
        Tree.Entry entry = root.entry(key);
        Tree.Mapping nothing = new Tree.Mapping(Map.of(), root.place());
        Tree written = entry == null || entry.value().isEmpty() ? nothing : entry.value();
        Object section = binder.value(type, Limits.NONE, written, key);
        return section == null ? null : type.cast(section);
    }

    private Map<String, Path> exports() {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Map.Entry<String, Tree.Entry> entry : map("exports").entrySet()) {
            String path = "exports." + entry.getKey();
            Object folder =
                    binder.value(Path.class, Limits.NONE, entry.getValue().value(), path);
            checkExport(entry.getKey(), entry.getValue().key(), path);
            if (folder != null) {
                folders.put(entry.getKey(), (Path) folder);
            }
        }
        return folders;
    }

    private void checkExport(String step, Place place, String path) {
        Map<String, Tree.Entry> steps =
                root.entry("steps") != null && root.entry("steps").value() instanceof Tree.Mapping mapping
                        ? mapping.entries()
                        : Map.of();
        if (!steps.containsKey(step)) {
            String text = "there is no step " + Shown.quoted(step) + " whose value could be exported.";
            binder.faults().add(Rule.CONFIG_UNKNOWN_KEY, place, path, text, new Suggestion(step, steps.keySet()));
        }
    }

    private List<BoundStep> steps(Map<String, Path> exports, OptionalLong seed) {
        Tree.Entry entry = root.entry("steps");
        Map<String, Tree.Entry> written = map("steps");
        if (written.isEmpty()
                && (entry == null
                        || entry.value() instanceof Tree.Mapping
                        || entry.value().isEmpty())) {
            missing("steps", "there is no step to run.");
        }
        Binder seeded = new Binder(binder.shapes(), binder.faults(), binder.environment(), seed);
        List<BoundStep> steps =
                new StepsSection(extension.steps(), seeded).read(new Tree.Mapping(written, root.place()), exports);
        Edges edges = new Edges(steps, binder.faults());
        DataFiles files = new DataFiles(extension.dataVersions(), binder.faults(), binder.environment());
        for (BoundStep step : steps) {
            edges.check(step);
            files.check(step);
        }
        return steps;
    }

    /** The entries of a section that is a map; none, and told, if it is something else. */
    private Map<String, Tree.Entry> map(String section) {
        Tree.Entry entry = root.entry(section);
        if (entry == null || entry.value().isEmpty()) {
            return Map.of();
        } else if (entry.value() instanceof Tree.Mapping mapping) {
            return mapping.entries();
        }
        binder.wrongType(entry.value(), section, "a map with the names of steps as keys");
        return Map.of();
    }

    private void missing(String key, String text) {
        Tree.Entry entry = root.entry(key);
        binder.faults().add(Rule.CONFIG_MISSING_KEY, entry == null ? root.place() : entry.key(), key, text);
    }
}
