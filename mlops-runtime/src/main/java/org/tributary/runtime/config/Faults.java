package org.tributary.runtime.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults found in one configuration, told all at once in the order of the file. For one thread. */
final class Faults {

    private static final int MOST_TOLD = 100;

    private final List<Fault> faults = new ArrayList<>();

    /** One fault; the path of the key is empty when no key is meant. */
    private record Fault(Rule rule, Place place, String path, String text, Suggestion suggestion) {

        String text(int number) {
            return number + ") [" + rule + "] " + place + (path.isEmpty() ? "" : " " + path) + ": " + text + "\n   "
                    + suggestion.text() + "More: docs/errors/" + rule + ".md";
        }
    }

    void add(Rule rule, Place place, String path, String text) {
        add(rule, place, path, text, Suggestion.none());
    }

    void add(Rule rule, Place place, String path, String text, Suggestion suggestion) {
        faults.add(new Fault(rule, place, path, text, suggestion));
    }

    int count() {
        return faults.size();
    }

    /**
     * Ends the reading if a fault was found.
     *
     * @param where what the first line calls the configuration
     * @throws ConfigException naming every fault; of more than 100 the first 100, and the count
     */
    void throwIfAny(String where) {
        if (!faults.isEmpty()) {
            throw new ConfigException(text(where));
        }
    }

    private String text(String where) {
        faults.sort(Comparator.comparing(Fault::place, Place.ORDER));
        StringBuilder text = new StringBuilder();
        text.append(faults.size()).append(faults.size() == 1 ? " error in " : " errors in ");
        text.append(where).append(':');
        for (int i = 0; i < Math.min(MOST_TOLD, faults.size()); i++) {
            text.append('\n').append(faults.get(i).text(i + 1));
        }
        if (faults.size() > MOST_TOLD) {
            text.append("\nand ").append(faults.size() - MOST_TOLD).append(" more.");
        }
        return text.toString();
    }
}
