package org.tributary.steps.generate;

import java.util.SplittableRandom;

/**
 * Random numbers that a seed decides, equal on each Java version and machine: of the generator only its 64 bits are used, and
 * what the virtual machine may compute in several ways is left to {@link StrictMath}.
 */
final class Draws {
    private static final double STEP = 0x1.0p-53;
    private final SplittableRandom random;
    private double spare = Double.NaN;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Numbers of their own, so that how many are drawn for one column changes no other. */
    Draws fork() {
        return new Draws(random.nextLong());
    }

    /** From 0 to below 1. */
    double uniform() {
        return (random.nextLong() >>> 11) * STEP;
    }

    /** From the first to below the second number. */
    double between(double from, double to) {
        return from + uniform() * (to - from);
    }

    /** A whole number from 0 to below the bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** With mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** With mean 0 and deviation 1; by the polar method, which makes two at a time. */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = between(-1, 1);
            y = between(-1, 1);
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
