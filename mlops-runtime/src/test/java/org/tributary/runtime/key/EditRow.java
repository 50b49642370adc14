package org.tributary.runtime.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One edit of a project and what it runs again.
 *
 * @param edit the edit in words
 * @param change makes it
 * @param expected a line for each step, such as {@code clean RAN code of class acme.Helper}
 */
record EditRow(String edit, Consumer<EditedProject> change, List<String> expected) {
    private static final List<String> STEPS = List.of("read", "clean", "box", "count");

    /** An edit that runs nothing. */
    static EditRow hit(String edit, Consumer<EditedProject> change) {
        return new EditRow(edit, change, lines("", "", "", ""));
    }

    /** An edit that runs {@code clean}, which gives another value. */
    static EditRow miss(String edit, String reason, Consumer<EditedProject> change) {
        return new EditRow(edit, change, lines("", reason, "input clean", "input box"));
    }

    /** An edit that runs {@code clean}, which gives the same value. */
    static EditRow needless(String edit, String reason, Consumer<EditedProject> change) {
        return new EditRow(edit, change, lines("", reason, "", ""));
    }

    /** An edit that runs what has a reason, in the order of the steps. */
    static EditRow of(
            String edit, String read, String clean, String box, String count, Consumer<EditedProject> change) {
        return new EditRow(edit, change, lines(read, clean, box, count));
    }

    /** The row of a table for people. */
    String markdown() {
        List<String> names = new ArrayList<>();
        String because = "";
        for (String line : expected) {
            int ran = line.indexOf(" RAN ");
            if (ran > 0) {
                names.add("`" + line.substring(0, ran) + "`");
                because = because.isEmpty() ? "`" + line.substring(ran + " RAN ".length()) + "`" : because;
            }
        }
        return "| " + edit + " | " + (names.isEmpty() ? "nothing" : String.join(", ", names)) + " | " + because + " |";
    }

    @Override
    public String toString() {
        return edit;
    }

    private static List<String> lines(String... reasons) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            lines.add(STEPS.get(i) + (reasons[i].isEmpty() ? " CACHED" : " RAN " + reasons[i]));
        }
        return lines;
    }
}
