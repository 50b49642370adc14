package org.tributary.table;

/** What one look at all numbers of a column tells. Infinite ones are counted apart. */
final class NumberScan implements NumberSink {
    private final CellGrid grid;
    private final int[] cells = new int[CellGrid.CELLS];
    private final RunningSpread spread = new RunningSpread();
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private int below;
    private int above;

    private NumberScan(CellGrid grid) {
        this.grid = grid;
    }

    static NumberScan of(ColumnKeys column) {
        NumberScan scan = new NumberScan(CellGrid.of(column));
        column.numbers(scan);
        return scan;
    }

    /** One loop with all in it: a cold process runs it compiled after a few milliseconds, and calls would delay that. */
    @Override
    public void accept(double[] numbers, int from, int to, int row) {
        int[] counts = cells;
        double middle = grid.middle();
        double least = min;
        double greatest = max;
        for (int block = from; block < to; block += RunningSpread.BLOCK) {
            int end = Math.min(block + RunningSpread.BLOCK, to);
            int finite = end - block;
            double sum = 0;
            double squares = 0;
            for (int i = block; i < end; i++) {
                double number = numbers[i];
                if (!(Math.abs(number) <= Double.MAX_VALUE)) {
                    finite--;
                    countInfinite(number);
                    continue;
                }
                if (number < least) {
                    least = number;
                }
                if (number > greatest) {
                    greatest = number;
                }
                double distance = number - middle;
                sum += distance;
                squares += distance * distance;
                counts[grid.cell(number)]++;
            }
            spread.add(finite, sum, squares);
        }
        min = least;
        max = greatest;
    }

    private void countInfinite(double number) {
        if (number < 0) {
            below++;
        } else if (number > 0) {
            above++;
        }
    }

    /** How many values there are. */
    long count() {
        return below + finite() + above;
    }

    /** How many values are finite. */
    long finite() {
        return spread.count();
    }

    /** How many values are negative infinity. */
    long below() {
        return below;
    }

    /** The least finite number; positive infinity without any. */
    double min() {
        return min;
    }

    /** The greatest finite number; negative infinity without any. */
    double max() {
        return max;
    }

    /** The mean of the finite numbers, NaN without any. */
    double mean() {
        return spread.mean(grid.middle());
    }

    /** The deviation of the finite numbers, NaN without any. */
    double deviation() {
        return spread.deviation();
    }

    CellGrid grid() {
        return grid;
    }

    /** How many values lie in lower cells, by cell; at the end how many there are. */
    int[] before() {
        int[] before = new int[cells.length + 1];
        System.arraycopy(cells, 0, before, 1, cells.length);
        before[grid.cell(Double.NEGATIVE_INFINITY) + 1] += below;
        before[grid.cell(Double.POSITIVE_INFINITY) + 1] += above;
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
        return before;
    }
}
