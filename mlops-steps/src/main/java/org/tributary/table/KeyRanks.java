package org.tributary.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Finds values by their place in the order, without sorting all of them.
 *
 * <p>A first pass counts them in buckets of one width between the least and the greatest. The second one collects those of the
 * buckets in which a wanted rank lies, and among these a rank is found in the same way: each time the buckets become narrower
 * by 6 to 16 bits of 64, so this ends soon whatever the values are. <b>Threads:</b> safe.
 */
public final class KeyRanks {
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
        this.before = new int[bucket(last) + 2];
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
     * The numbers that would stand at these places if all were sorted as {@link Double#compare} has it, NaN at the end.
     *
     * @param numbers at least one; not changed
     * @param ranks places counted from 0
     * @throws IndexOutOfBoundsException there are not so many numbers
     */
    public static double[] ofNumbers(double[] numbers, int... ranks) {
        for (int rank : ranks) {
            Objects.checkIndex(rank, numbers.length);
        }
        long[] keys = new long[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = NumberKeys.key(Double.isNaN(numbers[i]) ? Double.NaN : numbers[i]);
        }
        long[] found = at(keys, ranks);
        double[] values = new double[found.length];
        Arrays.setAll(values, i -> NumberKeys.number(found[i]));
        return values;
    }

    /**
     * The keys at these ranks.
     *
     * @param keys at least one; their order may be changed
     * @param ranks places in the sorted keys, counted from 0
     */
    static long[] at(long[] keys, int... ranks) {
        if (keys.length <= FEW) {
            Arrays.sort(keys);
            return Arrays.stream(ranks).mapToLong(rank -> keys[rank]).toArray();
        }
        long first = keys[0];
        long last = keys[0];
        for (long key : keys) {
            first = Math.min(first, key);
            last = Math.max(last, key);
        }
        return new KeyRanks(keys, first, last).at(ranks);
    }

    private long[] at(int[] ranks) {
        if (shift == 0) {
            return Arrays.stream(ranks)
                    .mapToLong(rank -> first + bucketAt(before, rank))
                    .toArray();
        }
        long[][] collected = collect(ranks);
        return at(before, ranks, bucket -> collected[bucket]);
    }

    /** By bucket its keys, if a rank lies in it. */
    private long[][] collect(int[] ranks) {
        long[][] collected = new long[before.length - 1][];
        for (int rank : ranks) {
            int bucket = bucketAt(before, rank);
            if (collected[bucket] == null) {
                collected[bucket] = new long[before[bucket + 1] - before[bucket]];
            }
        }
        int[] sizes = new int[collected.length];
        for (long key : keys) {
            int bucket = bucket(key);
            if (collected[bucket] != null) {
                collected[bucket][sizes[bucket]++] = key;
            }
        }
        return collected;
    }

    /**
     * The keys at these ranks, if they were collected by bucket.
     *
     * @param before how many keys lie in lower buckets, by bucket; at the end how many there are
     * @param ranks those of one bucket stand together
     * @param keysOf gives the keys of a bucket in which a rank lies; their order may be changed
     */
    static long[] at(int[] before, int[] ranks, IntFunction<long[]> keysOf) {
        long[] found = new long[ranks.length];
        int start = 0;
        while (start < ranks.length) {
            int bucket = bucketAt(before, ranks[start]);
            int[] within = Arrays.stream(ranks, start, ranks.length)
                    .takeWhile(rank -> rank >= before[bucket] && rank < before[bucket + 1])
                    .map(rank -> rank - before[bucket])
                    .toArray();
            System.arraycopy(at(keysOf.apply(bucket), within), 0, found, start, within.length);
            start += within.length;
        }
        return found;
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
