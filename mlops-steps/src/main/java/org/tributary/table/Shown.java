package org.tributary.table;

/** Shows other rows of a column's data; nothing is copied. */
record Shown(RowIndex index) implements ColumnCases<Column> {

    @Override
    public Column numbers(NumberColumn column) {
        return column.over(index);
    }

    @Override
    public Column wholes(WholeColumn column) {
        return column.over(index);
    }

    @Override
    public Column text(TextColumn column) {
        return column.over(index);
    }

    @Override
    public Column booleans(BooleanColumn column) {
        return column.over(index);
    }

    @Override
    public Column times(TimeColumn column) {
        return column.over(index);
    }
}
