package org.tributary.table;

/**
 * Mean and deviation of numbers that come in blocks, as sums of their distances from one point among them.
 *
 * <p>Blocks are merged as Chan, Golub and LeVeque (1979) do. The result depends on the numbers, the point and where the blocks
 * end, on nothing else.
 */
final class RunningSpread {
    /** How many rows a block has. Figures of stored profiles depend on it, so it never changes. */
    static final int BLOCK = 4096;

    private long count;
    private double mean;
    private double squares;

    /**
     * Adds a block.
     *
     * @param added how many numbers it has
     * @param sum of their distances from the point
     * @param sumOfSquares of these distances
     */
    void add(int added, double sum, double sumOfSquares) {
        if (added == 0) {
            return;
        }
        long total = count + added;
        double blockMean = sum / added;
        double apart = blockMean - mean;
        squares += Math.max(0, sumOfSquares - sum * blockMean) + apart * apart * ((double) count * added / total);
        mean += apart * added / total;
        count = total;
    }

    long count() {
        return count;
    }

    /** NaN without numbers. */
    double mean(double point) {
        return count == 0 ? Double.NaN : point + mean;
    }

    /** That of a sample, with count - 1 below the fraction; 0 for one number, NaN without any. */
    double deviation() {
        if (count < 2) {
            return count == 0 ? Double.NaN : 0;
        }
        return Math.sqrt(squares / (count - 1));
    }
}
