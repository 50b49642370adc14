package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tributary.table.ColumnType;

/** What was learnt of a column of text. */
sealed interface FittedText extends FittedColumn {

    /** What a missing text does. */
    Absent absent();

    @Override
    default ColumnType type() {
        return ColumnType.TEXT;
    }

    /** The features of texts, then those of missing ones. */
    private static List<String> all(List<String> features, FittedText column) {
        List<String> all = new ArrayList<>(features);
        all.addAll(column.absent().features(column.name()));
        return List.copyOf(all);
    }

    /** @param ids those of all features: the one of missing texts is the last */
    private static BoundColumn bound(FittedText column, TextFeatures features, int[] ids) {
        return new BoundText(column.name(), features, column.absent().marks(features, ids));
    }

    /**
     * What texts do that have no feature or number of their own.
     *
     * @param rare categories of the training part that share a feature, in alphabetical order
     * @param unknown what texts do that the training part did not have
     */
    record Others(List<String> rare, Encode.Unknown unknown) {

        public Others {
            rare = List.copyOf(rare);
        }

        private List<String> features(String column) {
            List<String> features = new ArrayList<>();
            if (!rare.isEmpty()) {
                features.add(column + "#rare");
            }
            if (unknown == Encode.Unknown.BUCKET) {
                features.add(column + "#unknown");
            }
            return features;
        }

        /** @param next the first of the ids of {@link #features} */
        private TextFeatures with(Map<String, Marks> known, int[] ids, int next) {
            int after = rare.isEmpty() ? next : next + 1;
            rare.forEach(text -> known.put(text, Marks.of(ids[next], 1)));
            return new TextFeatures.Known(
                    known,
                    switch (unknown) {
                        case BUCKET -> Marks.of(ids[after], 1);
                        case ERROR -> Marks.REFUSED;
                        case IGNORE -> Marks.NONE;
                    });
        }
    }

    /**
     * Categories, one feature each.
     *
     * @param categories those of the training part but the rare ones, in alphabetical order by {@link String#compareTo}
     */
    record OneHot(String name, List<String> categories, Others others, Absent absent) implements FittedText {

        public OneHot {
            categories = List.copyOf(categories);
        }

        @Override
        public List<String> features() {
            List<String> features = new ArrayList<>();
            categories.forEach(category -> features.add(name + "=" + category));
            features.addAll(others.features(name));
            return all(features, this);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            Map<String, Marks> known = new HashMap<>();
            for (int at = 0; at < categories.size(); at++) {
                known.put(categories.get(at), Marks.of(ids[at], 1));
            }
            return bound(this, others.with(known, ids, categories.size()), ids);
        }
    }

    /**
     * Categories as numbers, all in one feature.
     *
     * @param categories those of the training part but the rare ones, in alphabetical order by {@link String#compareTo}
     * @param numbers what each stands for, none of them 0
     */
    record Numbered(String name, List<String> categories, List<Double> numbers, Others others, Absent absent)
            implements FittedText {

        public Numbered {
            categories = List.copyOf(categories);
            numbers = List.copyOf(numbers);
        }

        @Override
        public List<String> features() {
            List<String> features = new ArrayList<>(List.of(name));
            features.addAll(others.features(name));
            return all(features, this);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            Map<String, Marks> known = new HashMap<>();
            for (int at = 0; at < categories.size(); at++) {
                known.put(categories.get(at), Marks.of(ids[0], numbers.get(at)));
            }
            return bound(this, others.with(known, ids, 1), ids);
        }
    }

    /** Buckets, one feature each. */
    record Hashed(String name, int buckets, Absent absent) implements FittedText {

        @Override
        public List<String> features() {
            return all(FittedColumn.numbered(name + "#hash", buckets), this);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            Marks[] marks = Arrays.stream(ids)
                    .limit(buckets)
                    .mapToObj(id -> Marks.of(id, 1))
                    .toArray(Marks[]::new);
            return bound(this, new TextFeatures.Buckets(marks), ids);
        }
    }

    /**
     * N-grams, one feature each.
     *
     * @param grams how a text is cut
     * @param kept the n-grams that have a feature, in alphabetical order by {@link String#compareTo}
     * @param others whether one feature more counts all others
     */
    record Counted(String name, Grams grams, List<String> kept, boolean others, Absent absent) implements FittedText {

        public Counted {
            kept = List.copyOf(kept);
        }

        @Override
        public List<String> features() {
            List<String> features = new ArrayList<>();
            kept.forEach(gram -> features.add(name + "=" + gram));
            if (others) {
                features.add(name + "#other");
            }
            return all(features, this);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            Map<String, Integer> known = new HashMap<>();
            for (int at = 0; at < kept.size(); at++) {
                known.put(kept.get(at), ids[at]);
            }
            int other = others ? ids[kept.size()] : GramCounts.NOT_COUNTED;
            return bound(this, new GramCounts(grams, known, other), ids);
        }
    }
}
