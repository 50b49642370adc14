package org.tributary.steps.prepare;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the n-grams of texts.
 *
 * @param positions positions by n-gram
 * @param other the position of the feature that counts all others, or {@link #NOT_COUNTED}
 */
record GramCounts(Grams grams, Map<String, Integer> positions, int other) implements TextFeatures {

    /** Others have no feature. */
    static final int NOT_COUNTED = -1;

    @Override
    public Marks of(String text) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (String gram : grams.of(text)) {
            counts.merge(positions.getOrDefault(gram, other), 1, Integer::sum);
        }
        counts.remove(NOT_COUNTED);
        return new Marks(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToDouble(Integer::doubleValue).toArray());
    }

    @Override
    public int most() {
        return other == NOT_COUNTED ? positions.size() : positions.size() + 1;
    }
}
