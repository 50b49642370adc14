package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tributary.run.StepOutcome;

/** Puts what the elements of a map have in common under one name, such as {@code fold[*]/train}. */
final class ElementSummary {

    private static final Pattern NUMBER = Pattern.compile("\\[[0-9]+]");

    private ElementSummary() {}

    /** The name for all elements; the name itself for what is of no element. */
    static String name(String name) {
        return withNumbers(name, "[*]");
    }

    /** The name with something in the place of the numbers of elements. */
    static String withNumbers(String name, String replacement) {
        return name.indexOf('[') < 0 ? name : NUMBER.matcher(name).replaceAll(replacement);
    }

    /** Things by their common name, in the order of the first of each. */
    static <T> List<List<T>> grouped(List<T> all, Function<T, String> name) {
        Map<String, List<T>> groups = all.stream()
                .collect(Collectors.groupingBy(one -> name(name.apply(one)), LinkedHashMap::new, Collectors.toList()));
        return new ArrayList<>(groups.values());
    }

    /** How the steps of several elements ended, such as {@code 8 RAN, 2 CACHED}. */
    static String words(List<StepOutcome> outcomes) {
        Map<String, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(StepOutcome::word, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    static Duration time(List<StepOutcome> outcomes) {
        return outcomes.stream().map(StepOutcome::time).reduce(Duration.ZERO, Duration::plus);
    }

    static Duration saved(List<StepOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.<Duration>fold(
                        ran -> Duration.ZERO,
                        StepOutcome.Cached::saved,
                        failed -> Duration.ZERO,
                        skipped -> Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    static long bytes(List<StepOutcome> outcomes) {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.<Long>fold(
                        StepOutcome.Ran::bytes, StepOutcome.Cached::bytes, failed -> 0L, skipped -> 0L))
                .sum();
    }
}
