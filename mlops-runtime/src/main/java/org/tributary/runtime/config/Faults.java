package org.tributary.runtime.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults found in one configuration, told all at once in the order of the file. For one thread. */
final class Faults {

    private static final int MOST_TOLD = 100;
    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_PATH = 300;

    private final String where;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * No faults yet.
     *
     * @param where what the first line calls the configuration
     */
    Faults(String where) {
        this.where = where;
    }

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

    /**
     * Takes one more.
     *
     * @throws ConfigException at the thousandth fault: such a file is hostile, and looking for more costs time
     */
    void add(Rule rule, Place place, String path, String text, Suggestion suggestion) {
        faults.add(new Fault(rule, place, Shown.cut(path, LONGEST_PATH), text, suggestion));
        if (faults.size() == MOST_KEPT) {
            throwIfAny();
        }
    }

    int count() {
        return faults.size();
    }

    /**
     * Ends the reading if a fault was found.
     *
     * @throws ConfigException naming every fault; of more than 100 the first 100, and the count
     */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(text());
        }
    }

    private String text() {
        faults.sort(Comparator.comparing(Fault::place, Place.ORDER));
        int count = faults.size();
        StringBuilder text = new StringBuilder(count == MOST_KEPT ? "at least " : "");
        text.append(count)
                .append(count == 1 ? " error in " : " errors in ")
                .append(where)
                .append(':');
        for (int i = 0; i < Math.min(MOST_TOLD, count); i++) {
            text.append('\n').append(faults.get(i).text(i + 1));
        }
        if (count > MOST_TOLD) {
            text.append("\nand ").append(count - MOST_TOLD).append(" more.");
        }
        return text.toString();
    }
}
