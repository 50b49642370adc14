package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tributary.table.TextColumn;

/**
 * Learns from one column of text.
 *
 * @param counts training rows by category
 */
record TextFitting(TextColumn column, TreeMap<String, Integer> counts) {

    /** More categories than this with a feature of their own are refused. */
    static final int MOST_CATEGORIES = 1000;

    static FittedColumn fit(TextColumn column, Encode encode) {
        TextFitting fitting = new TextFitting(column, counts(column));
        if (encode instanceof Encode.OneHot oneHot) {
            return fitting.oneHot(oneHot);
        } else if (encode instanceof Encode.Ordinal ordinal) {
            return fitting.ordinal(ordinal);
        } else if (encode instanceof Encode.Frequency frequency) {
            return fitting.frequency(frequency);
        } else if (encode instanceof Encode.Hashing hashing) {
            return new FittedText.Hashed(column.name(), hashing.buckets(), fitting.absent(hashing.missing()));
        }
        return fitting.grams((Encode.NGrams) encode);
    }

    private FittedColumn oneHot(Encode.OneHot encode) {
        Absent absent = absent(encode.missing());
        TreeSet<String> kept = encode.rare().frequent(counts, column.size());
        if (kept.size() > MOST_CATEGORIES) {
            throw Faults.manyCategories(column.name(), kept.size(), MOST_CATEGORIES);
        }
        return new FittedText.OneHot(column.name(), List.copyOf(kept), others(kept, encode.unknown()), absent);
    }

    private FittedColumn ordinal(Encode.Ordinal encode) {
        Absent absent = absent(encode.missing());
        TreeSet<String> kept = encode.rare().frequent(counts, column.size());
        List<Double> numbers = IntStream.rangeClosed(1, kept.size())
                .mapToObj(number -> (double) number)
                .toList();
        return new FittedText.Numbered(
                column.name(), List.copyOf(kept), numbers, others(kept, encode.unknown()), absent);
    }

    private FittedColumn frequency(Encode.Frequency encode) {
        Absent absent = absent(encode.missing());
        List<Double> shares = counts.values().stream()
                .map(count -> count / (double) column.size())
                .toList();
        FittedText.Others others = new FittedText.Others(List.of(), encode.unknown());
        return new FittedText.Numbered(column.name(), List.copyOf(counts.keySet()), shares, others, absent);
    }

    private FittedText.Others others(TreeSet<String> kept, Encode.Unknown unknown) {
        List<String> rare = new ArrayList<>(counts.keySet());
        rare.removeAll(kept);
        return new FittedText.Others(rare, unknown);
    }

    private FittedColumn grams(Encode.NGrams encode) {
        Absent absent = absent(encode.missing());
        Grams grams = new Grams(encode.n(), encode.tokens());
        Map<String, Integer> times = new HashMap<>();
        counts.forEach((text, rows) -> grams.of(text).forEach(gram -> times.merge(gram, rows, Math::addExact)));
        if (times.isEmpty()) {
            throw Faults.noGrams(column.name());
        }
        TreeSet<String> kept = Rare.mostFrequent(times.keySet(), gram -> times.getOrDefault(gram, 0), encode.most());
        return new FittedText.Counted(column.name(), grams, List.copyOf(kept), encode.countOthers(), absent);
    }

    private Absent absent(Encode.Missing rule) {
        int present = counts.values().stream().mapToInt(Integer::intValue).sum();
        Fitting.checkMissing(column, column.size() - present, rule != Encode.Missing.ERROR, "encode");
        Optional<String> mode = rule == Encode.Missing.MODE ? Optional.of(mode()) : Optional.empty();
        return new Absent(rule, mode);
    }

    /** The most frequent category, the first of them if several are. */
    private String mode() {
        String most = counts.firstKey();
        int times = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > times) {
                most = entry.getKey();
                times = entry.getValue();
            }
        }
        return most;
    }

    private static TreeMap<String, Integer> counts(TextColumn column) {
        int[] byCode = column.counts();
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                counts.put(column.dictionary().get(code), byCode[code]);
            }
        }
        return counts;
    }
}
