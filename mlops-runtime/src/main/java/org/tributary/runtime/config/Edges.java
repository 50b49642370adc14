package org.tributary.runtime.config;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks where the inputs of steps come from: that they exist, how many they are, and their types. For one thread. */
final class Edges {

    private final Map<String, BoundStep> steps;
    private final Faults faults;

    Edges(List<BoundStep> steps, Faults faults) {
        this.steps = steps.stream()
                .collect(Collectors.toMap(
                        BoundStep::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.faults = faults;
    }

    void check(BoundStep step) {
        step.from().forEach(input -> checkExists(step, input));
        Signature signature = step.signature();
        if (signature != null && hasRightCount(step, signature)) {
            for (int i = 0; i < step.from().size(); i++) {
                checkType(step, signature.inputs().get(i), step.from().get(i));
            }
        }
    }

    private void checkExists(BoundStep step, InputName input) {
        if (!steps.containsKey(input.step())) {
            unknown(
                    step,
                    input,
                    "there is no step " + Shown.quoted(input.writtenStep()) + ".",
                    input.writtenStep(),
                    steps.keySet());
            return;
        }
        Signature producer = steps.get(input.step()).signature();
        if (producer == null || input.part().isEmpty()) {
            return;
        }
        List<String> parts = parts(producer.output());
        if (!parts.contains(input.part())) {
            String text = Shown.quoted(input.writtenStep()) + " gives " + Signature.name(producer.output())
                    + ", which has no part " + Shown.quoted(input.writtenPart()) + ".";
            unknown(step, input, text, input.writtenPart(), parts);
        }
    }

    private void unknown(BoundStep step, InputName input, String text, String given, Collection<String> valid) {
        faults.add(
                Rule.CONFIG_UNKNOWN_INPUT,
                input.place(),
                step.written().fromPath(),
                text,
                new Suggestion(given, valid));
    }

    private boolean hasRightCount(BoundStep step, Signature signature) {
        int wanted = signature.inputs().size();
        int given = step.from().size();
        if (wanted == given) {
            return true;
        }
        String takes = step.shownKind()
                + (wanted == 0 ? " takes no input" : " takes " + count(wanted) + " (" + signature.inputNames() + ")");
        faults.add(
                Rule.CONFIG_INPUT_COUNT,
                step.written().fromPlace(),
                step.written().fromPath(),
                takes + (step.written().from() == null ? missing(wanted) : wrong(wanted, given)));
        return false;
    }

    private static String wrong(int wanted, int given) {
        return wanted == 0 ? ". Remove from." : ", not " + given + ".";
    }

    private static String missing(int wanted) {
        return wanted == 1
                ? ", and there is no step above. Name a step as from, or begin with a step that reads data."
                : ". Name them in this order as from: [a, b].";
    }

    private static String count(int inputs) {
        return inputs == 1 ? "1 input" : inputs + " inputs";
    }

    private void checkType(BoundStep step, TypeToken<?> wanted, InputName input) {
        TypeToken<?> given = type(input);
        if (given == null || given.isSubtypeOf(wanted)) {
            return;
        }
        faults.add(
                Rule.CONFIG_EDGE_TYPE,
                input.place(),
                step.written().fromPath(),
                step.shownKind() + " takes " + Signature.name(wanted) + ", and " + Shown.quoted(input.written())
                        + " gives " + Signature.name(given) + "." + fitting(wanted, input, given));
    }

    /** Names what fits: parts of the value, or else other steps. */
    private String fitting(TypeToken<?> wanted, InputName input, TypeToken<?> given) {
        List<String> names = input.part().isEmpty()
                ? parts(given).stream()
                        .filter(part -> partType(given, part)
                                .filter(wanted::isSupertypeOf)
                                .isPresent())
                        .map(part -> input.writtenStep() + "." + part)
                        .toList()
                : List.of();
        return names.isEmpty() ? "" : " Its parts that fit are " + Shown.names(names) + ".";
    }

    private @Nullable TypeToken<?> type(InputName input) {
        BoundStep producer = steps.get(input.step());
        if (producer == null || producer.signature() == null) {
            return null;
        }
        TypeToken<?> whole = producer.signature().output();
        return input.part().isEmpty() ? whole : partType(whole, input.part()).orElse(null);
    }

    private static List<String> parts(TypeToken<?> type) {
        RecordComponent[] components = type.getRawType().getRecordComponents();
        return components == null
                ? List.of()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private static Optional<TypeToken<?>> partType(TypeToken<?> whole, String part) {
        RecordComponent[] components = whole.getRawType().getRecordComponents();
        return components == null
                ? Optional.empty()
                : Arrays.stream(components)
                        .filter(component -> component.getName().equals(part))
                        .findFirst()
                        .map(component ->
                                whole.resolveType(component.getGenericType()).wrap());
    }
}
