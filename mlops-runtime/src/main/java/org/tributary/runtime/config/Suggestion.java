package org.tributary.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands below an error with a name that is not valid: the nearest valid name, or else all of them.
 *
 * @param given the name that is not valid
 * @param valid the names that are; looked through only when the message is made
 */
record Suggestion(String given, Collection<String> valid) {

    private static final int LONGEST = 64;

    /** Gives the sentence, empty when there is no valid name. */
    String text() {
        if (valid.isEmpty()) {
            return "";
        }
        return nearest()
                .map(name -> "Did you mean " + Shown.quoted(name) + "? ")
                .orElseGet(() -> "Valid: " + Shown.names(valid) + ". ");
    }

    private Optional<String> nearest() {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        return valid.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= tolerance())
                .map(name -> Map.entry(distance(given, name), name))
                .filter(entry -> entry.getKey() <= tolerance())
                .min(Comparator.comparing((Map.Entry<Integer, String> entry) -> entry.getKey())
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getValue);
    }

    private int tolerance() {
        return Math.max(1, given.length() / 3);
    }

    /** Edits of one character between two texts, an exchange of neighbours among them (optimal string alignment). */
    static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] line = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            line[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                line[j] = Math.min(changed, Math.min(last[j], line[j - 1]) + 1);
                if (areExchanged(from, i, to, j)) {
                    line[j] = Math.min(line[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = line;
            line = free;
        }
        return last[to.length()];
    }

    private static boolean areExchanged(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }

    static Suggestion none() {
        return new Suggestion("", List.of());
    }
}
