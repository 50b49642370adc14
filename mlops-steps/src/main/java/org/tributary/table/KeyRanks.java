package org.tributary.table;

import java.util.Arrays;

/**
 * Finds keys by their place in the order, without sorting all of them.
 *
 * <p>A first pass counts the keys in buckets of one width between the least and the greatest. The second one collects those of
 * the buckets in which a wanted rank lies, and among these a rank is found in the same way: each time the buckets become
 * narrower by 6 to 16 bits of 64, so this ends soon whatever the keys are.
 */
final class KeyRanks {
    private static final int FEW = 64;
    private static final int LEAST_BITS = 6;
    private static final int MOST_BITS = 16;

    private final long[] keys;
    private final long first;
    private final int shift;
    /** How many keys lie in lower buckets, by bucket; at the end how many there are. */
    private final int[] before;

    private KeyRanks(long[] keys, long first, long last) {
        int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits(keys.length)));
        this.keys = keys;
        this.first = first;
        this.shift = Math.max(0, bits(last - first) - bits);
        this.before = new int[(1 << bits) + 1];
        for (long key : keys) {
            before[bucket(key) + 1]++;
        }
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    private static int bits(long unsigned) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    }

    private int bucket(long key) {
        return (int) ((key - first) >>> shift);
    }

    /**
     * The keys at these ranks.
     *
     * @param keys at least one; their order may be changed
     * @param ranks places in the sorted keys, counted from 0
     */
    static long[] at(long[] keys, int... ranks) {
        long[] found = new long[ranks.length];
        if (keys.length <= FEW) {
            Arrays.sort(keys);
            for (int i = 0; i < ranks.length; i++) {
                found[i] = keys[ranks[i]];
            }
            return found;
        }
        long first = keys[0];
        long last = keys[0];
        for (long key : keys) {
            first = Math.min(first, key);
            last = Math.max(last, key);
        }
        KeyRanks buckets = new KeyRanks(keys, first, last);
        for (int i = 0; i < ranks.length; i++) {
            found[i] = buckets.at(ranks[i]);
        }
        return found;
    }

    private long at(int rank) {
        int bucket = bucketAt(before, rank);
        return shift == 0 ? first + bucket : at(collect(bucket), rank - before[bucket])[0];
    }

    private long[] collect(int bucket) {
        long[] collected = new long[before[bucket + 1] - before[bucket]];
        int size = 0;
        for (long key : keys) {
            if (bucket(key) == bucket) {
                collected[size++] = key;
            }
        }
        return collected;
    }

    /** The last place at which there is not more than the rank. @param before not falling, 0 at first, at last more */
    static int bucketAt(int[] before, int rank) {
        int low = 0;
        int high = before.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (before[middle] <= rank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
