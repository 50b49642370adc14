package org.tributary.table;

/** Keys of whole numbers and of times: the values themselves. */
record WholeKeys(Longs data, RowIndex index) implements ColumnKeys {

    @Override
    public int rows() {
        return index.size();
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
        return HistogramEdges.ofWholes((long) min, (long) max);
    }
}
