package org.tributary.steps.ingest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The values of a column that are not of its type; of most of them no more is kept than their row. Not thread safe. */
final class Misfits {
    private final BitSet rows = new BitSet();
    private final Map<Integer, String> texts = new HashMap<>();

    /** Rows come in ascending order. */
    void add(int row, String text) {
        rows.set(row);
        if (texts.size() < Rejects.MOST_LISTED) {
            texts.put(row, FileFaults.shortened(text, Rejects.LONGEST_VALUE));
        }
    }

    /** Adds those of later rows, which were counted from one of these. */
    void addAll(Misfits later, int from) {
        later.rows.stream().forEach(row -> add(from + row, later.text(row)));
    }

    void clear() {
        rows.clear();
        texts.clear();
    }

    BitSet rows() {
        return rows;
    }

    /** The value as the file has it, cut; empty if it was not kept. */
    String text(int row) {
        return texts.getOrDefault(row, "");
    }
}
