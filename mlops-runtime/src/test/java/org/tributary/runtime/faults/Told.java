package org.tributary.runtime.faults;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a process of {@link ThreeSteps} told until it ended.
 *
 * @param exit its exit code; 137 if it was killed
 * @param lines its output, standard error included
 * @param endedAt when it ended, in nanoseconds of {@link System#nanoTime}
 */
record Told(int exit, List<String> lines, long endedAt) {
    static final int KILLED = 137;

    /** The rest of each line that starts with a word. */
    List<String> after(String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    /** The steps that were computed, to their end or not. */
    Set<String> started() {
        return new TreeSet<>(after("started"));
    }

    /** The steps that were announced. */
    Set<String> finished() {
        Set<String> steps = new TreeSet<>();
        after("finished").forEach(line -> steps.add(line.substring(0, line.indexOf(' '))));
        return steps;
    }

    /** The digests of the values that were given, by step. */
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        for (String line : after("value")) {
            String[] words = line.split(" ");
            values.put(words[0], words[1]);
        }
        return values;
    }

    /** Whether anything was odd: a warning, a value that could not be given, a step that found its entry damaged. */
    boolean hasNoticed() {
        return !after("noticed").isEmpty()
                || after("finished").stream().anyMatch(line -> line.endsWith("RAN entry damaged"));
    }

    /** A line that no process may print: a stack trace, or what is none of ours. */
    Optional<String> foreignLine() {
        return lines.stream()
                .filter(line -> !line.matches("(started|finished|value|noticed|failed) .*"))
                .findFirst();
    }
}
