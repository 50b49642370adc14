package org.tributary.runtime.picture;

import java.util.Collection;

/** A graph over the numbers from 0: for each number those before it and those after it, ascending by the order of the pairs. */
final class Adjacency {

    private final int[][] before;
    private final int[][] after;

    private Adjacency(int[][] before, int[][] after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Collects.
     *
     * @param pairs each from and to
     */
    static Adjacency of(int size, Collection<int[]> pairs) {
        int[] in = new int[size];
        int[] out = new int[size];
        for (int[] pair : pairs) {
            out[pair[0]]++;
            in[pair[1]]++;
        }
        int[][] before = rows(in);
        int[][] after = rows(out);
        for (int[] pair : pairs) {
            after[pair[0]][after[pair[0]].length - out[pair[0]]--] = pair[1];
            before[pair[1]][before[pair[1]].length - in[pair[1]]--] = pair[0];
        }
        return new Adjacency(before, after);
    }

    private static int[][] rows(int[] lengths) {
        int[][] rows = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            rows[i] = new int[lengths[i]];
        }
        return rows;
    }

    int size() {
        return before.length;
    }

    int[] before(int number) {
        return before[number];
    }

    int[] after(int number) {
        return after[number];
    }
}
