package org.tributary.table;

/**
 * What was found of the sorted values of a column.
 *
 * @param keys the key at each wanted rank
 * @param below how many keys are less than each wanted edge
 */
record Found(long[] keys, long[] below) {}
