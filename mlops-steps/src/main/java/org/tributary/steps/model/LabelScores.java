package org.tributary.steps.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A score for each label, over arrays: the labels are shared by all predictions of a model. Cannot be changed. */
final class LabelScores extends AbstractMap<String, Double> {

    private final String[] labels;
    private final double[] scores;

    /** @param labels sorted by {@link String#compareTo} */
    LabelScores(String[] labels, double[] scores) {
        this.labels = labels;
        this.scores = scores;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public @Nullable Double get(@Nullable Object key) {
        int at = at(key);
        return at < 0 ? null : (Double) scores[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return at(key) >= 0;
    }

    private int at(@Nullable Object key) {
        return key instanceof String label ? Arrays.binarySearch(labels, label) : -1;
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return labels.length;
            }

            @Override
            public Iterator<Map.Entry<String, Double>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, Double>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < labels.length;
            }

            @Override
            public Map.Entry<String, Double> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int at = next++;
                return Map.entry(labels[at], scores[at]);
            }
        };
    }
}
