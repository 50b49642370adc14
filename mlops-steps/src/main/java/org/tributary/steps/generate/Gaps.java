package org.tributary.steps.generate;

/** Decides which values of a column are left out; the values themselves do not depend on it. */
final class Gaps {
    private final Draws draws;
    private final double share;

    Gaps(Draws draws, double share) {
        this.draws = draws;
        this.share = share;
    }

    boolean next() {
        return draws.uniform() < share;
    }
}
