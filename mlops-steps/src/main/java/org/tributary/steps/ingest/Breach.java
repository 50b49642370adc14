package org.tributary.steps.ingest;

import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * The rows whose value in one column breaks one part of its rule.
 *
 * @param rule the part, by its name in the rule
 * @param reason what is wrong in a row, such as "is less than 0"
 */
record Breach(ReadColumn column, String rule, BitSet rows, IntFunction<String> reason) {

    /** The value of a row, at most so many characters of it; empty if it is missing. */
    String value(int row, int most) {
        return FileFaults.shortened(column.text(row), most);
    }

    /** How many rows there are. */
    long count() {
        return rows.cardinality();
    }
}
