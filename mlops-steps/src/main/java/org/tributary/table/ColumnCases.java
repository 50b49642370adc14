package org.tributary.table;

/**
 * One function for each type of column, for {@link Column#fold}: a new type is a compile error in each user.
 *
 * @param <R> what the functions give
 */
public interface ColumnCases<R> {

    /** The case of decimal numbers. */
    R numbers(NumberColumn column);

    /** The case of whole numbers. */
    R wholes(WholeColumn column);

    /** The case of text. */
    R text(TextColumn column);

    /** The case of true and false. */
    R booleans(BooleanColumn column);

    /** The case of dates and times. */
    R times(TimeColumn column);
}
