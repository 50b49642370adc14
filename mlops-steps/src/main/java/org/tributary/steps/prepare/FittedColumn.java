package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.table.ColumnType;

/** What was learnt of one input column: plain data, all of it in {@code preparation.json}. */
sealed interface FittedColumn {

    /** The name of the input column. */
    String name();

    /** What its values were in the training part. */
    ColumnType type();

    /** The names of the features it gives, never empty. */
    List<String> features();

    /** Ready for rows. @param ids the positions of {@link #features}, in that order */
    BoundColumn bind(int[] ids);

    /**
     * A number: {@code (value - shift) * factor}.
     *
     * @param fill what stands in for a missing value before scaling; empty if that is an error
     */
    record Number(String name, ColumnType type, Optional<Double> fill, double shift, double factor)
            implements FittedColumn {

        @Override
        public List<String> features() {
            return List.of(name);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            return new BoundNumber(this, ids[0]);
        }
    }

    /**
     * True is 1 and false is 0.
     *
     * @param fill what stands in for a missing value; empty if that is an error
     */
    record Truth(String name, Optional<Boolean> fill) implements FittedColumn {

        @Override
        public ColumnType type() {
            return ColumnType.BOOLEAN;
        }

        @Override
        public List<String> features() {
            return List.of(name);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            return new BoundTruth(this, ids[0]);
        }
    }

    /**
     * Categories, one feature each.
     *
     * @param categories those of the training part, in alphabetical order by {@link String#compareTo}
     * @param mode the category that a missing one counts as, with {@link Encode.Missing#MODE} only
     */
    record Category(
            String name, List<String> categories, Encode.Unknown unknown, Encode.Missing missing, Optional<String> mode)
            implements FittedColumn {

        public Category {
            categories = List.copyOf(categories);
        }

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }

        @Override
        public List<String> features() {
            List<String> features = new ArrayList<>();
            categories.forEach(category -> features.add(name + "=" + category));
            if (unknown == Encode.Unknown.BUCKET) {
                features.add(name + "#unknown");
            }
            if (missing == Encode.Missing.BUCKET) {
                features.add(name + "#missing");
            }
            return List.copyOf(features);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            return new BoundCategory(this, ids);
        }
    }
}
