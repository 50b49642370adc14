package org.tributary.table;

/**
 * A named, immutable sequence of values of one type, some of which may be missing.
 *
 * <p><b>Equality</b> is by type, name and values in row order, never by how the values are held. <b>Threads:</b> safe.
 * <b>Failure:</b> a row outside 0 to {@code size() - 1} is an {@link IndexOutOfBoundsException}.
 */
public sealed interface Column permits NumberColumn, WholeColumn, TextColumn, BooleanColumn, TimeColumn {

    /** The name, unique within a table; may be empty. */
    String name();

    /** What the values are. */
    ColumnType type();

    /** How many rows there are, missing ones included. */
    int size();

    /** Whether the row has no value. */
    boolean isMissing(int row);

    /** How many rows have no value; takes a pass over the rows. */
    int missingCount();

    /** The value as text that does not depend on locale, zone or Java version; empty if it is missing. */
    String text(int row);

    /** The same values under another name; nothing is copied. */
    Column named(String name);

    /** Gives the case for this column's type, with this column. */
    <R> R fold(ColumnCases<? extends R> cases);
}
