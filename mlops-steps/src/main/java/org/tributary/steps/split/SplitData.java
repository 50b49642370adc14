package org.tributary.steps.split;

import org.tributary.table.Table;

/**
 * A table divided in two, each part in the order of the whole.
 *
 * @param train the rows to learn from
 * @param test the rows to judge by
 */
public record SplitData(Table train, Table test) {}
