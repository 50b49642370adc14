package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tributary.table.ColumnType;

/** What was learnt of one input column: plain data, all of it in {@code preparation.json}. */
sealed interface FittedColumn
        permits FittedColumn.Number, FittedColumn.Bins, FittedColumn.Truth, FittedColumn.Indicated, FittedText {

    /** The name of the input column. */
    String name();

    /** What its values were in the training part. */
    ColumnType type();

    /** The names of the features it gives, each once, never empty. */
    List<String> features();

    /** Ready for rows. @param ids the positions of {@link #features}, in that order */
    BoundColumn bind(int[] ids);

    /** Names such as {@code size#bin07}, as many digits in each, so that their order is that of the numbers. */
    static List<String> numbered(String prefix, int count) {
        int digits = Integer.toString(count - 1).length();
        return IntStream.range(0, count)
                .mapToObj(at -> String.format(Locale.ROOT, "%s%0" + digits + "d", prefix, at))
                .toList();
    }

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
            return new BoundNumber(name, fill, new NumberFeature.Scaled(ids[0], shift, factor));
        }
    }

    /**
     * A number by the bin that holds it.
     *
     * @param fill what stands in for a missing value; empty if that is an error
     * @param edges the greatest number of each bin but the last, ascending
     */
    record Bins(String name, ColumnType type, Optional<Double> fill, List<Double> edges, Scale.Form form)
            implements FittedColumn {

        public Bins {
            edges = List.copyOf(edges);
        }

        @Override
        public List<String> features() {
            return form == Scale.Form.ORDINAL ? List.of(name) : numbered(name + "#bin", edges.size() + 1);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            double[] limits = edges.stream().mapToDouble(Double::doubleValue).toArray();
            return new BoundNumber(
                    name,
                    fill,
                    form == Scale.Form.ORDINAL
                            ? new NumberFeature.BinNumber(ids[0], limits)
                            : new NumberFeature.Binned(ids, limits));
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

    /** A column that also has a feature which is 1 where its value is missing. */
    record Indicated(FittedColumn inner) implements FittedColumn {

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public ColumnType type() {
            return inner.type();
        }

        @Override
        public List<String> features() {
            List<String> features = new ArrayList<>(inner.features());
            features.add(name() + "#missing");
            return List.copyOf(features);
        }

        @Override
        public BoundColumn bind(int[] ids) {
            return new BoundIndicator(inner.bind(ids), ids[ids.length - 1]);
        }
    }
}
