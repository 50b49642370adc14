package org.tributary.runtime.engine;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.run.RunOptions;
import org.tributary.runtime.engine.StepPlan.FixedKey;
import org.tributary.runtime.engine.StepPlan.InputPlan;
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
        Map<String, Integer> positions = RunPlan.positions(pipeline);
        List<Node<?>> nodes = pipeline.nodes().stream()
                .filter(node -> node.component().isEmpty())
                .collect(Collectors.toUnmodifiableList());
        Map<Integer, List<Integer>> consumers = RunPlan.consumers(nodes, positions);
        List<StepPlan> steps = new ArrayList<>(nodes.size());
        for (Node<?> node : nodes) {
            List<Integer> takers = consumers.getOrDefault(steps.size(), List.of());
            steps.add(step(node, steps.size(), positions, takers, options.cached(), faults));
        }
        checkForced(options.force(), nodes, pipeline, faults);
        throwIfAny(pipeline, faults);
        return new RunPlan(pipeline, List.copyOf(steps), positions);
    }

    private StepPlan step(
            Node<?> node,
            int index,
            Map<String, Integer> positions,
            List<Integer> consumers,
            boolean cached,
            List<String> faults) {
        checkKind(node, faults);
        exports.check(node, faults);
        Optional<ValueForm> form = form(node, faults);
        KeyPart<FixedKey> fixed = cached ? fixed(node, form) : KeyPart.missing("the run uses no cache");
        List<InputPlan> inputs = node.inputs().stream()
                .map(input -> RunPlan.source(input, positions))
                .toList();
        return new StepPlan(index, node, form, fixed, inputs, consumers);
    }

    private Optional<ValueForm> form(Node<?> node, List<String> faults) {
        Optional<Type> type = node.type();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(forms.of(type.get()));
        } catch (NoFormException e) {
            checkCodec(node, e, faults);
            return Optional.empty();
        }
    }

    private static void checkCodec(Node<?> node, NoFormException why, List<String> faults) {
        if (node.options().cached() && node.settings().isPresent()) {
            faults.add("[RUN_NO_CODEC] the value of step \"" + node.name() + "\" cannot be stored: " + why.getMessage()
                    + " (added at " + node.place()
                    + "). Register a Codec for it in an Extension, make it a record of values"
                    + " that can be stored, or add the step with StepOptions.uncached().");
        }
    }

    private static void checkKind(Node<?> node, List<String> faults) {
        if (node.step().isEmpty()) {
            faults.add("[RUN_NO_MAP] step \"" + node.name() + "\" is a map, which this runner cannot run yet (added at "
                    + node.place() + "). Add its body as steps of the pipeline.");
        }
    }

    private KeyPart<FixedKey> fixed(Node<?> node, Optional<ValueForm> form) {
        String obstacle = obstacle(node, form);
        if (!obstacle.isEmpty()) {
            return KeyPart.missing(obstacle);
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
                        KeyPart.of(new FixedKey(fingerprint, settings.value().get())))
                .orElseGet(() -> KeyPart.missing(code.reason()));
    }

    private static String obstacle(Node<?> node, Optional<ValueForm> form) {
        if (!node.options().cached()) {
            return "its options say uncached";
        }
        if (node.settings().isEmpty()) {
            return "a step that is no record has no settings to tell it by";
        }
        if (form.isEmpty()) {
            return "the type of its value is not known before it runs";
        }
        return isUntold(node) ? "a source without data inputs; give key parts or a maximum age" : "";
    }

    /** Whether nothing would tell that what a source reads has changed. */
    private static boolean isUntold(Node<?> node) {
        return node.step().orElseThrow() instanceof Source
                && node.dataInputs().isEmpty()
                && node.options().keyParts().isEmpty()
                && node.options().maxAge().isEmpty();
    }

    private static void checkForced(Set<String> force, List<Node<?>> nodes, Pipeline<?> pipeline, List<String> faults) {
        List<String> steps = nodes.stream().<String>map(Node::name).toList();
        for (String step : new TreeSet<>(force)) {
            if (!steps.contains(step)) {
                faults.add("[RUN_UNKNOWN_STEP] there is no step \"" + step + "\" to force in pipeline \""
                        + pipeline.name() + "\". Its steps are " + String.join(", ", steps) + ".");
            }
        }
    }

    private static void throwIfAny(Pipeline<?> pipeline, List<String> faults) {
        if (faults.size() == 1) {
            throw new PipelineException(faults.get(0));
        }
        if (!faults.isEmpty()) {
            StringBuilder text = new StringBuilder(faults.size() + " errors in pipeline \"" + pipeline.name() + "\":");
            for (int i = 0; i < faults.size(); i++) {
                text.append('\n').append(i + 1).append(") ").append(faults.get(i));
            }
            throw new PipelineException(text.toString());
        }
    }
}
