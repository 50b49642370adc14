package org.tributary.table;

/**
 * Keys of decimal numbers: their bits, with those of negative numbers turned round so that they sort as numbers do. -0.0 comes
 * before 0.0.
 */
record NumberKeys(double[] data, RowIndex index) implements ColumnKeys {

    static long key(double number) {
        return turned(Double.doubleToRawLongBits(number));
    }

    static double number(long key) {
        return Double.longBitsToDouble(turned(key));
    }

    private static long turned(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    @Override
    public int rows() {
        return index.size();
    }

    @Override
    public void numbers(NumberSink sink) {
        if (index.isRange()) {
            sink.accept(data, index.from(), index.from() + index.size(), 0);
        } else {
            ColumnKeys.super.numbers(sink);
        }
    }

    @Override
    public void count(LongCounts counts) {
        for (int row = 0; row < index.size() && !counts.isFull(); row++) {
            double number = number(row);
            if (!Double.isNaN(number)) {
                counts.add(key(number));
            }
        }
    }

    @Override
    public double number(int row) {
        return data[index.at(row)];
    }

    @Override
    public long key(int row) {
        return key(number(row));
    }

    @Override
    public double numberOf(long key) {
        return number(key);
    }

    @Override
    public HistogramEdges edges(double min, double max) {
        return HistogramEdges.ofNumbers(min, max);
    }
}
