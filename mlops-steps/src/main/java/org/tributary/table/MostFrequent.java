package org.tributary.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tributary.table.ColumnProfile.TopValue;

/** Picks the most frequent values; only of those that may be among them a text is made. */
final class MostFrequent {
    private static final int TEXT_SHOWN = 100;

    private final int[] counts;
    private final IntFunction<String> text;
    private final boolean byText;
    /** The best so far, the best first. */
    private final List<Integer> best = new ArrayList<>();

    private MostFrequent(int[] counts, IntFunction<String> text, boolean byText) {
        this.counts = counts;
        this.text = text;
        this.byText = byText;
    }

    /** Of values that stand in order. @param counts how often each is there, 0 for not at all */
    static List<TopValue> ofOrdered(int[] counts, IntFunction<String> text) {
        return new MostFrequent(counts, text, false).top();
    }

    /** Of texts in any order. @param counts how often each is there, 0 for not at all */
    static List<TopValue> ofTexts(int[] counts, IntFunction<String> text) {
        return new MostFrequent(counts, text, true).top();
    }

    private List<TopValue> top() {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                offer(i);
            }
        }
        return best.stream()
                .map(i -> new TopValue(cut(text.apply(i)), counts[i]))
                .toList();
    }

    private void offer(int value) {
        int place = best.size();
        while (place > 0 && isBefore(value, best.get(place - 1))) {
            place--;
        }
        if (place < ColumnProfile.TOP) {
            best.add(place, value);
        }
        if (best.size() > ColumnProfile.TOP) {
            best.remove(ColumnProfile.TOP);
        }
    }

    /** A value that comes later is not before an earlier one of its frequency, unless its text is. */
    private boolean isBefore(int later, int earlier) {
        if (counts[later] != counts[earlier]) {
            return counts[later] > counts[earlier];
        }
        return byText && text.apply(later).compareTo(text.apply(earlier)) < 0;
    }

    private static String cut(String text) {
        return text.length() <= TEXT_SHOWN ? text : text.substring(0, TEXT_SHOWN - 3) + "...";
    }
}
