package org.tributary.steps.prepare;

/** The one feature that an input column sets in a row of a table. */
interface Cell {

    /** No feature of the column is set. */
    int NONE = -1;

    /** The position of the feature that the row sets, or {@link #NONE}. */
    int id(int row);

    /** The value of that feature, never NaN. */
    double value(int row);
}
