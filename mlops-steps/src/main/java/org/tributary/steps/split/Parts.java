package org.tributary.steps.split;

import java.util.BitSet;
import java.util.SplittableRandom;
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
        for (int row : shuffled(strata.rows(), seed)) {
            int stratum = strata.of(row);
            if (left[stratum] > 0) {
                left[stratum]--;
                test.set(row);
            }
        }
        return new Parts(test, strata.rows());
    }

    private static int[] shuffled(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = IntStream.range(0, count).toArray();
        for (int i = count; i > 1; i--) {
            int other = random.nextInt(i);
            int row = rows[other];
            rows[other] = rows[i - 1];
            rows[i - 1] = row;
        }
        return rows;
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
