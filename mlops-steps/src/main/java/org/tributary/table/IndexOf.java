package org.tributary.table;

/** Which rows of its data a column shows. */
enum IndexOf implements ColumnCases<RowIndex> {
    COLUMN;

    @Override
    public RowIndex numbers(NumberColumn column) {
        return column.rows;
    }

    @Override
    public RowIndex wholes(WholeColumn column) {
        return column.rows;
    }

    @Override
    public RowIndex text(TextColumn column) {
        return column.rows;
    }

    @Override
    public RowIndex booleans(BooleanColumn column) {
        return column.rows;
    }

    @Override
    public RowIndex times(TimeColumn column) {
        return column.rows;
    }
}
