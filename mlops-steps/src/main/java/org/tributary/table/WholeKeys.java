package org.tributary.table;

import java.util.function.BiFunction;

/**
 * Keys of whole numbers and of times: the values themselves.
 *
 * @param cuts gives the edges between the least and the greatest value
 */
record WholeKeys(Longs data, RowIndex index, BiFunction<Long, Long, HistogramEdges> cuts) implements ColumnKeys {

    @Override
    public int rows() {
        return index.size();
    }

    @Override
    public void copy(int row, int size, double[] piece) {
        if (index.isRange()) {
            data.copy(index.from() + row, size, piece);
        } else {
            ColumnKeys.super.copy(row, size, piece);
        }
    }

    @Override
    public void count(LongCounts counts) {
        for (int row = 0; row < index.size() && !counts.isFull(); row++) {
            int position = index.at(row);
            if (!data.isMissing(position)) {
                counts.add(data.value(position));
            }
        }
    }

    @Override
    public double number(int row) {
        int position = index.at(row);
        return data.isMissing(position) ? Double.NaN : data.value(position);
    }

    @Override
    public long key(int row) {
        return data.value(index.at(row));
    }

    @Override
    public double numberOf(long key) {
        return key;
    }

    @Override
    public HistogramEdges edges(double min, double max) {
        return cuts.apply((long) min, (long) max);
    }
}
