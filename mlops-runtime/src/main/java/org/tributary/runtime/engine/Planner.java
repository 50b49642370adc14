package org.tributary.runtime.engine;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.StepTemplate.FixedKey;
import org.tributary.runtime.key.CanonicalSettings;
import org.tributary.runtime.key.CodeFingerprint;
import org.tributary.runtime.key.CodeFingerprints;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.key.SettingsEncoding;
import org.tributary.runtime.value.NoFormException;
import org.tributary.runtime.value.ValueForm;
import org.tributary.runtime.value.ValueForms;

/** Checks a pipeline before it runs, and computes what of its keys is known by then. Safe for several threads. */
final class Planner {

    private final ValueForms forms;
    private final CodeFingerprints fingerprints;
    private final Exports exports;

    Planner(ValueForms forms, CodeFingerprints fingerprints, Exports exports) {
        this.forms = forms;
        this.fingerprints = fingerprints;
        this.exports = exports;
    }

    RunPlan plan(Pipeline<?> pipeline, RunOptions options) {
        List<String> faults = new ArrayList<>();
        BodyPlan body = body(pipeline, options.cached(), Optional.empty(), faults);
        checkNames("force", options.force(), body, faults);
        checkNames("run", options.only(), body, faults);
        exports.checkFolders(pipeline.nodes(), faults);
        throwIfAny(pipeline, faults);
        return RunPlan.of(options.only().isEmpty() ? body : only(options.only(), body));
    }

    /**
     * The steps of a pipeline, or of the body of a map.
     *
     * @param map the options of the map, which hold for the steps that have none of their own
     */
    private BodyPlan body(Pipeline<?> pipeline, boolean cached, Optional<StepOptions> map, List<String> faults) {
        List<StepTemplate> steps = new ArrayList<>();
        for (Node<?> node : pipeline.nodes()) {
            if (node.step().isPresent() || node.body().isPresent()) {
                checkInBody(node, map, faults);
                steps.add(template(node, cached, MapOptions.inherited(node.options(), map), faults));
            }
        }
        return new BodyPlan(pipeline, List.copyOf(steps), captured(pipeline, steps));
    }

    private StepTemplate template(Node<?> node, boolean cached, StepOptions options, List<String> faults) {
        exports.check(node, faults);
        Optional<ValueForm> form = form(node, options, faults);
        KeyPart<FixedKey> fixed = cached ? fixed(node, options, form) : KeyPart.missing("the run uses no cache");
        if (node.body().isEmpty()) {
            return new StepTemplate(node, node, options, form, fixed, Optional.empty());
        }
        BodyPlan body = body(node.body().get(), cached, Optional.of(options), faults);
        return new StepTemplate(node, node, MapOptions.gathering(options), form, fixed, Optional.of(body));
    }

    /** The same step with another node, whose settings differ. */
    StepTemplate changed(StepTemplate step, Node<?> node) {
        boolean cached = step.fixed().value().isPresent();
        KeyPart<FixedKey> fixed = cached ? fixed(node, step.options(), step.form()) : step.fixed();
        return new StepTemplate(step.origin(), node, step.options(), step.form(), fixed, step.body());
    }

    /** Some steps and what they need: a step stands after its inputs, so one look from the end finds them all. */
    private static BodyPlan only(Set<String> names, BodyPlan body) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(StepPlan.pathOf(name).split("/", 2)[0]));
        Deque<StepTemplate> needed = new ArrayDeque<>();
        for (int i = body.steps().size() - 1; i >= 0; i--) {
            StepTemplate step = body.steps().get(i);
            if (wanted.contains(step.name())) {
                needed.addFirst(step);
                step.takes().forEach(node -> wanted.add(Positions.whole(node).name()));
            }
        }
        return new BodyPlan(body.pipeline(), List.copyOf(needed), body.captured());
    }

    private static List<Node<?>> captured(Pipeline<?> pipeline, List<StepTemplate> steps) {
        Set<Node<?>> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(pipeline.nodes());
        Set<Node<?>> captured = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node<?>> taken = new ArrayList<>();
        steps.forEach(step -> taken.addAll(step.takes()));
        taken.add(pipeline.result());
        return taken.stream()
                .filter(node -> !own.contains(node) && captured.add(node))
                .toList();
    }

    private static void checkInBody(Node<?> node, Optional<StepOptions> map, List<String> faults) {
        if (map.isPresent() && node.options().export().isPresent()) {
            faults.add("[RUN_EXPORT_IN_MAP] step \"" + node.name() + "\" is exported to "
                    + node.options().export().get() + ", but it runs once for each element of a map (added at "
                    + node.place() + "). Export the map, or a step that takes its list.");
        }
    }

    private Optional<ValueForm> form(Node<?> node, StepOptions options, List<String> faults) {
        Optional<Type> type = node.type();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(forms.of(type.get()));
        } catch (NoFormException e) {
            checkCodec(node, options, e, faults);
            return Optional.empty();
        }
    }

    private List<Optional<ValueForm>> inputForms(Node<?> node) {
        return node.inputs().stream()
                .map(input -> form(input, input.options(), new ArrayList<>()))
                .toList();
    }

    private static void checkCodec(Node<?> node, StepOptions options, NoFormException why, List<String> faults) {
        if (options.cached() && node.settings().isPresent()) {
            faults.add("[RUN_NO_CODEC] the value of step \"" + node.name() + "\" cannot be stored: " + why.getMessage()
                    + " (added at " + node.place()
                    + "). Register a Codec for it in an Extension, make it a record of values"
                    + " that can be stored, or add the step with StepOptions.uncached().");
        }
    }

    private KeyPart<FixedKey> fixed(Node<?> node, StepOptions options, Optional<ValueForm> form) {
        String obstacle = obstacle(node, options, form);
        if (!obstacle.isEmpty()) {
            return KeyPart.missing(obstacle);
        }
        if (node.body().isPresent()) {
            return KeyPart.of(new FixedKey(CodeFingerprint.builtIn("gather/1"), CanonicalSettings.none(), List.of()));
        }
        KeyPart<CanonicalSettings> settings =
                SettingsEncoding.of(node.settings().orElseThrow());
        if (settings.value().isEmpty()) {
            return KeyPart.missing(settings.reason());
        }
        Set<Class<?>> met = settings.value().get().classes();
        KeyPart<CodeFingerprint> code =
                fingerprints.of(node.step().orElseThrow().getClass(), met);
        return code.value()
                .map(fingerprint ->
                        KeyPart.of(new FixedKey(fingerprint, settings.value().get(), inputForms(node))))
                .orElseGet(() -> KeyPart.missing(code.reason()));
    }

    private static String obstacle(Node<?> node, StepOptions options, Optional<ValueForm> form) {
        if (!options.cached()) {
            return "its options say uncached";
        }
        if (node.settings().isEmpty() && node.body().isEmpty()) {
            return "a step that is no record has no settings to tell it by";
        }
        if (form.isEmpty()) {
            return "the type of its value is not known before it runs";
        }
        return isUntold(node, options) ? "a source without data inputs; give key parts or a maximum age" : "";
    }

    /** Whether nothing would tell that what a source reads has changed. */
    private static boolean isUntold(Node<?> node, StepOptions options) {
        return node.step().filter(Source.class::isInstance).isPresent()
                && node.dataInputs().isEmpty()
                && options.keyParts().isEmpty()
                && options.maxAge().isEmpty();
    }

    private static void checkNames(String what, Set<String> names, BodyPlan body, List<String> faults) {
        if (names.isEmpty()) {
            return;
        }
        List<String> known = new ArrayList<>();
        collectPaths(body, "", known);
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(StepPlan.pathOf(name))) {
                faults.add("[RUN_UNKNOWN_STEP] there is no step \"" + name + "\" to " + what + " in pipeline \""
                        + body.pipeline().name() + "\". Its steps are " + String.join(", ", known) + ".");
            }
        }
    }

    private static void collectPaths(BodyPlan body, String prefix, List<String> paths) {
        for (StepTemplate step : body.steps()) {
            paths.add(prefix + step.name());
            step.body().ifPresent(inner -> collectPaths(inner, prefix + step.name() + "/", paths));
        }
    }

    private static void throwIfAny(Pipeline<?> pipeline, List<String> faults) {
        if (!faults.isEmpty()) {
            throw PipelineException.ofAll("pipeline \"" + pipeline.name() + "\"", faults);
        }
    }
}
