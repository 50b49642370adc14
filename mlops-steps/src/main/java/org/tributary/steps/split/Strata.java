package org.tributary.steps.split;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Column;

/** The rows grouped by a column's values, which are numbered in the order in which they first appear. */
final class Strata {
    private final int[] stratumOfRow;
    private final int count;

    private Strata(int[] stratumOfRow, int count) {
        this.stratumOfRow = stratumOfRow;
        this.count = count;
    }

    static Strata one(int rows) {
        return new Strata(new int[rows], 1);
    }

    static Strata of(Column column) {
        Map<Optional<String>, Integer> known = new HashMap<>();
        int[] stratumOfRow = new int[column.size()];
        for (int row = 0; row < stratumOfRow.length; row++) {
            Optional<String> value = column.isMissing(row) ? Optional.empty() : Optional.of(column.text(row));
            int next = known.size();
            stratumOfRow[row] = known.computeIfAbsent(value, first -> next);
        }
        return new Strata(stratumOfRow, known.size());
    }

    /**
     * Those of a column that says one for each row.
     *
     * @param setting which setting names the column
     */
    static Strata known(Column column, String setting) {
        requireAll(column, setting);
        return of(column);
    }

    static void requireAll(Column column, String setting) {
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                throw new PipelineException("[SPLIT_MISSING_VALUE] column \"" + column.name()
                        + "\" has no value in row " + (row + 1) + ": " + setting
                        + " needs one in each row. Drop or fill the rows without one before the split.");
            }
        }
    }

    int rows() {
        return stratumOfRow.length;
    }

    int count() {
        return count;
    }

    int of(int row) {
        return stratumOfRow[row];
    }

    /** Half up. */
    static int rounded(double rows) {
        return (int) Math.round(rows);
    }

    /** How many rows of each stratum are for testing, by largest remainder over those with two rows or more. */
    int[] shares(double test) {
        int[] sizes = sizes();
        int[] shares = new int[count];
        int total = 0;
        for (int stratum = 0; stratum < count; stratum++) {
            shares[stratum] = sizes[stratum] < 2 ? 0 : bounded((int) (test * sizes[stratum]), sizes[stratum]);
            total += sizes[stratum] < 2 ? 0 : sizes[stratum];
        }
        addRemainders(
                shares,
                sizes,
                test,
                rounded(test * total) - IntStream.of(shares).sum());
        return shares;
    }

    int[] sizes() {
        int[] sizes = new int[count];
        for (int stratum : stratumOfRow) {
            sizes[stratum]++;
        }
        return sizes;
    }

    private static int bounded(int share, int size) {
        return Math.max(1, Math.min(size - 1, share));
    }

    private void addRemainders(int[] shares, int[] sizes, double test, int missing) {
        IntStream.range(0, count)
                .filter(stratum -> shares[stratum] + 1 < sizes[stratum] && test * sizes[stratum] > shares[stratum])
                .boxed()
                .sorted(Comparator.comparingDouble(stratum -> shares[stratum] - test * sizes[stratum]))
                .limit(Math.max(0, missing))
                .forEach(stratum -> shares[stratum]++);
    }
}
