package org.tributary.steps.split;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

    int rows() {
        return stratumOfRow.length;
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

    private int[] sizes() {
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
