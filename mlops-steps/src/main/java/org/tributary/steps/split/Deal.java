package org.tributary.steps.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which fold each row goes to. */
final class Deal {
    private Deal() {}

    /** In turn, stratum by stratum in a shuffled order: the next stratum begins where the one before ended. */
    static int[] rows(Strata strata, int folds, long seed) {
        int[] next = starts(strata.sizes());
        int[] foldOfRow = new int[strata.rows()];
        for (int row : Shuffled.upTo(strata.rows(), seed)) {
            foldOfRow[row] = next[strata.of(row)]++ % folds;
        }
        return foldOfRow;
    }

    /** Where each stratum begins if they stand one after another. */
    private static int[] starts(int[] sizes) {
        int[] starts = new int[sizes.length];
        for (int stratum = 1; stratum < sizes.length; stratum++) {
            starts[stratum] = starts[stratum - 1] + sizes[stratum - 1];
        }
        return starts;
    }

    /** The largest group first, each to the fold that has the fewest rows so far, the first one of several. */
    static int[] groups(Strata groups, int folds, long seed) {
        int[] sizes = groups.sizes();
        int[] foldOfGroup = new int[sizes.length];
        int[] filled = new int[folds];
        Arrays.stream(Shuffled.upTo(sizes.length, seed))
                .boxed()
                .sorted(Comparator.comparingInt(group -> -sizes[group]))
                .forEachOrdered(group -> {
                    int fold = leastFilled(filled);
                    foldOfGroup[group] = fold;
                    filled[fold] += sizes[group];
                });
        return IntStream.range(0, groups.rows())
                .map(row -> foldOfGroup[groups.of(row)])
                .toArray();
    }

    private static int leastFilled(int[] filled) {
        int least = 0;
        for (int fold = 1; fold < filled.length; fold++) {
            least = filled[fold] < filled[least] ? fold : least;
        }
        return least;
    }
}
