package org.tributary.steps.generate;

import java.util.Arrays;

/** Chooses among ranks, the first of which is as many times more frequent as the rank of the other says. */
final class RankedChoice {
    private final double[] sums;

    RankedChoice(int ranks) {
        this.sums = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
    }

    /** A rank, counted from 0. */
    int next(Draws draws) {
        int found = Arrays.binarySearch(sums, draws.between(0, sums[sums.length - 1]));
        return Math.min(sums.length - 1, found < 0 ? -1 - found : found + 1);
    }
}
