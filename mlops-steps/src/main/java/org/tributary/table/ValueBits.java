package org.tributary.table;

import java.util.function.IntToLongFunction;

/** Gives each row of a column a number: two rows have the same one exactly if their values are equal. */
public final class ValueBits {
    private ValueBits() {}

    /** The number by row, which says nothing for rows without a value. It means something within the column only. */
    public static IntToLongFunction of(Column column) {
        return column.fold(Cases.OF_VALUE);
    }

    private enum Cases implements ColumnCases<IntToLongFunction> {
        OF_VALUE;

        @Override
        public IntToLongFunction numbers(NumberColumn column) {
            return row -> Double.doubleToLongBits(column.value(row));
        }

        @Override
        public IntToLongFunction wholes(WholeColumn column) {
            return column::value;
        }

        @Override
        public IntToLongFunction text(TextColumn column) {
            return column::code;
        }

        @Override
        public IntToLongFunction booleans(BooleanColumn column) {
            return row -> column.value(row) ? 1 : 0;
        }

        @Override
        public IntToLongFunction times(TimeColumn column) {
            return column::value;
        }
    }
}
