package org.tributary.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;

/** What to say about a name that is not there: the one wording for every step. */
public final class ColumnNames {
    private static final int SHOWN = 20;

    private ColumnNames() {}

    /**
     * Checks that the table has all these columns.
     *
     * @param asker who names the columns, as the start of the message: {@code clean operation "drop"}
     * @throws PipelineException {@code TABLE_NO_COLUMN} for the first one it does not have
     */
    public static void require(Table table, Collection<String> names, String asker) {
        for (String name : names) {
            if (!table.has(name)) {
                throw new PipelineException("[TABLE_NO_COLUMN] " + asker + ": " + sentence(name, table.columnNames()));
            }
        }
    }

    static PipelineException unknown(String name, Collection<String> names) {
        return new PipelineException("[TABLE_NO_COLUMN] " + sentence(name, names));
    }

    private static String sentence(String name, Collection<String> names) {
        return "the table has no column \"%s\": columns are %s.%s"
                .formatted(name, list(names), didYouMean(name, names));
    }

    /** The names separated by commas; after twenty of them only how many more there are. */
    public static String list(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = names.size() - SHOWN;
        return names.isEmpty() ? "none" : more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** {@code  Did you mean "Species"?} with a leading space, or nothing if no name is near. */
    public static String didYouMean(String name, Collection<String> names) {
        return nearest(name, names)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
    }

    /** The name that takes the fewest edits to reach, at most a third of the letters; upper and lower case are equal. */
    public static Optional<String> nearest(String name, Collection<String> names) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int fewest = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : names) {
            int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT), fewest);
            if (edits < fewest) {
                fewest = edits;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Optimal string alignment: insert, delete, change, or swap two neighbours. Not counted past the limit. */
    private static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        for (int k = 0; k <= b.length(); k++) {
            above[k] = k;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = row(a, b, i, above, before);
            before = above;
            above = row;
        }
        return above[b.length()];
    }

    private static int[] row(String a, String b, int i, int[] above, int[] before) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int k = 1; k <= b.length(); k++) {
            int change = above[k - 1] + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1);
            row[k] = Math.min(change, Math.min(above[k], row[k - 1]) + 1);
            if (i > 1 && k > 1 && a.charAt(i - 1) == b.charAt(k - 2) && a.charAt(i - 2) == b.charAt(k - 1)) {
                row[k] = Math.min(row[k], before[k - 2] + 1);
            }
        }
        return row;
    }
}
