package org.tributary.steps.prepare;

import java.util.Arrays;

/**
 * Finds the value that numbers would have at a place if they were sorted, without sorting all: numbers are counted by sign,
 * exponent and the first four bits of the fraction, and only those that share these with the one at the place are sorted.
 */
final class Ranks {

    private static final int BITS = 16;

    private final double[] values;
    private final int[] counts = new int[1 << BITS];
    private int group = -1;
    private double[] members = new double[0];

    /** @param values without NaN; not copied */
    Ranks(double[] values) {
        this.values = values;
        for (double value : values) {
            counts[group(value)]++;
        }
    }

    /** Groups ascend as {@link Double#compare} has it. */
    private static int group(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int top = (int) (bits >>> (Long.SIZE - BITS));
        return bits < 0 ? ~top & 0xffff : top | 0x8000;
    }

    /** The value at a place in the order of {@link Double#compare}, counted from 0. */
    double at(int place) {
        int left = place;
        int next = 0;
        while (left >= counts[next]) {
            left -= counts[next++];
        }
        if (next != group) {
            group = next;
            members = sorted(next);
        }
        return members[left];
    }

    private double[] sorted(int wanted) {
        double[] found = new double[counts[wanted]];
        int size = 0;
        for (double value : values) {
            if (group(value) == wanted) {
                found[size++] = value;
            }
        }
        Arrays.sort(found);
        return found;
    }
}
