package org.tributary.table;

import java.util.Arrays;

/**
 * A column with few different values.
 *
 * @param keys the different ones, the least first
 * @param before how many values are less than each, and at the end how many there are
 */
record CountedKeys(long[] keys, int[] before) {

    static CountedKeys of(LongCounts counts) {
        long[] keys = counts.sorted();
        int[] before = new int[keys.length + 1];
        for (int i = 0; i < keys.length; i++) {
            before[i + 1] = before[i] + counts.count(keys[i]);
        }
        return new CountedKeys(keys, before);
    }

    /** How often each key is there. */
    int[] counts() {
        int[] counts = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            counts[i] = before[i + 1] - before[i];
        }
        return counts;
    }

    Found find(long[] ranks, long[] edges) {
        long[] found = new long[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            found[i] = keys[KeyRanks.bucketAt(before, (int) ranks[i])];
        }
        long[] below = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            int place = Arrays.binarySearch(keys, edges[i]);
            below[i] = before[place >= 0 ? place : -place - 1];
        }
        return new Found(found, below);
    }
}
