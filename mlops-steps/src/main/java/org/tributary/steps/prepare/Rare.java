package org.tributary.steps.prepare;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.tributary.pipeline.Setting;

/**
 * Which categories of the training part are rare: those to which one of the limits applies. They share the feature
 * {@code column#rare}, also at prediction; a category that the training part did not have is unknown, not rare.
 *
 * @param minCount a category in fewer training rows is rare, at least 1; 1 by default, which makes none rare
 * @param minShare a category in a smaller share of the training rows is rare, from 0 to 1; 0 by default, which makes none rare
 * @param most how many categories are not rare at most, at least 1: the most frequent, and the first in alphabetical order of as
 *     frequent ones; empty, the default, is no limit
 */
public record Rare(
        @Setting(doc = "A category in fewer training rows is rare.", unit = "rows", min = 1)
        int minCount,

        @Setting(doc = "A category in a smaller share of the training rows is rare.", min = 0, max = 1)
        double minShare,

        @Setting(doc = "How many categories are not rare at most: the most frequent.", min = 1)
        Optional<Integer> most) {

    /** Checks the ranges. */
    public Rare {
        Faults.checkBetween("min-count", minCount, 1, Integer.MAX_VALUE);
        if (!(minShare >= 0 && minShare <= 1)) {
            throw Faults.rareShare(minShare);
        }
        most.ifPresent(limit -> Faults.checkBetween("most", limit, 1, Integer.MAX_VALUE));
    }

    /** No category is rare. */
    public static Rare defaults() {
        return new Rare(1, 0, Optional.empty());
    }

    /** The same with another least number of rows. */
    public Rare withMinCount(int minCount) {
        return new Rare(minCount, minShare, most);
    }

    /** The same with another least share of the rows. */
    public Rare withMinShare(double minShare) {
        return new Rare(minCount, minShare, most);
    }

    /** The same with another number of categories that are not rare. */
    public Rare withMost(int most) {
        return new Rare(minCount, minShare, Optional.of(most));
    }

    /** The categories that are not rare, sorted. @param counts training rows by category */
    TreeSet<String> frequent(SortedMap<String, Integer> counts, int rows) {
        TreeSet<String> frequent = new TreeSet<>();
        counts.forEach((category, count) -> {
            if (count >= minCount && count >= minShare * rows) {
                frequent.add(category);
            }
        });
        if (most.isPresent() && most.get() < frequent.size()) {
            return mostFrequent(frequent, category -> Objects.requireNonNull(counts.get(category)), most.get());
        }
        return frequent;
    }

    /** The first so many by count, then alphabetically; sorted. */
    static TreeSet<String> mostFrequent(Collection<String> texts, ToIntFunction<String> count, int most) {
        TreeSet<String> kept = new TreeSet<>();
        texts.stream()
                .sorted(Comparator.comparingInt(count).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .forEach(kept::add);
        return kept;
    }
}
