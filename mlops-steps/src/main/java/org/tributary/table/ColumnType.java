package org.tributary.table;

import java.util.Locale;

/** The kinds of values that a column holds. Their order is part of the byte format of {@link TableCodec}. */
public enum ColumnType {
    /** Decimal numbers, {@link NumberColumn}. */
    NUMBER,
    /** Whole numbers of 64 bits, {@link WholeColumn}. */
    WHOLE,
    /** Text or categories, {@link TextColumn}. */
    TEXT,
    /** True or false, {@link BooleanColumn}. */
    BOOLEAN,
    /** Dates and times without a zone, {@link TimeColumn}. */
    TIME;

    /** The name as messages and {@code config.yml} write it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
