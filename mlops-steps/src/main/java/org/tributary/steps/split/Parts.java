package org.tributary.steps.split;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Column;
import org.tributary.table.Table;

/** Which rows are for testing; the others are for training. */
record Parts(BitSet test, int rows) {

    /** As a column says. */
    static Parts said(Column column) {
        BitSet test = new BitSet();
        for (int row = 0; row < column.size(); row++) {
            if (column.text(row).equals("test")) {
                test.set(row);
            } else if (!column.text(row).equals("train")) {
                throw unknown(column, row);
            }
        }
        return new Parts(test, column.size());
    }

    private static PipelineException unknown(Column column, int row) {
        String text = column.isMissing(row) ? "nothing" : "\"" + column.text(row) + "\"";
        return new PipelineException("[SPLIT_UNKNOWN_PART] column \"" + column.name() + "\" says " + text + " in row "
                + (row + 1) + ": it must say \"train\" or \"test\" in each row. Clean it before the split.");
    }

    /** The first rows of each stratum in a shuffled order, as many as are wanted of it. */
    static Parts drawn(Strata strata, int[] wanted, long seed) {
        int[] left = wanted.clone();
        BitSet test = new BitSet();
        for (int row : Shuffled.upTo(strata.rows(), seed)) {
            int stratum = strata.of(row);
            if (left[stratum] > 0) {
                left[stratum]--;
                test.set(row);
            }
        }
        return new Parts(test, strata.rows());
    }

    /** The rows from a moment on, which is the one that gives them the share nearest to the wanted one. */
    static Parts latest(long[] moments, double share) {
        long[] sorted = moments.clone();
        Arrays.sort(sorted);
        int cut = cut(sorted, share * sorted.length);
        BitSet test = new BitSet();
        IntStream.range(0, cut == 0 ? 0 : moments.length)
                .filter(row -> moments[row] >= sorted[cut])
                .forEach(test::set);
        return new Parts(test, moments.length);
    }

    /** Where the later rows begin, 0 if all moments are equal; of two cuts as near the one with fewer of them. */
    private static int cut(long[] sorted, double wanted) {
        int best = 0;
        for (int cut = sorted.length - 1; cut > 0; cut--) {
            if (sorted[cut - 1] != sorted[cut]
                    && (best == 0 || distance(sorted.length - cut, wanted) < distance(sorted.length - best, wanted))) {
                best = cut;
            }
        }
        return best;
    }

    private static double distance(int rows, double wanted) {
        return Math.abs(rows - wanted);
    }

    /** Whole groups in a shuffled order, each one that brings the share nearer to the wanted one. */
    static Parts grouped(Strata groups, double share, long seed) {
        BitSet taken = taken(groups.sizes(), share * groups.rows(), seed);
        BitSet test = new BitSet();
        IntStream.range(0, groups.rows())
                .filter(row -> taken.get(groups.of(row)))
                .forEach(test::set);
        return new Parts(test, groups.rows());
    }

    private static BitSet taken(int[] sizes, double wanted, long seed) {
        BitSet taken = new BitSet();
        int[] order = Shuffled.upTo(sizes.length, seed);
        int rows = 0;
        int left = sizes.length;
        for (int group : order) {
            if (left > 1 && distance(rows + sizes[group], wanted) < distance(rows, wanted)) {
                taken.set(group);
                rows += sizes[group];
                left--;
            }
        }
        if (taken.isEmpty() && sizes.length > 1) {
            taken.set(smallest(order, sizes));
        }
        return taken;
    }

    private static int smallest(int[] order, int[] sizes) {
        int smallest = order[0];
        for (int group : order) {
            smallest = sizes[group] < sizes[smallest] ? group : smallest;
        }
        return smallest;
    }

    SplitData of(Table table, String whyEmpty) {
        int[] tested = test.stream().toArray();
        if (tested.length == 0 || tested.length == rows) {
            throw new PipelineException("[SPLIT_EMPTY_PART] the " + (tested.length == 0 ? "test" : "training")
                    + " part would have no rows: " + whyEmpty + ". Both parts need at least one.");
        }
        int[] trained = IntStream.range(0, rows).filter(row -> !test.get(row)).toArray();
        return new SplitData(table.rows(trained), table.rows(tested));
    }
}
