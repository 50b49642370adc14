package org.tributary.benchmarks;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * The columns of {@link Mixed} as arrays, and how a user of Tribuo prepares them by hand: a missing number becomes the mean of its
 * column, a category the feature {@code column@category}, which is its name from Tribuo's IdentityProcessor.
 *
 * <p>These are the cheap ways of Tribuo's API: an example is made of arrays whose names are in order already, and equal names and
 * labels are one object.
 */
final class MixedTribuo {

    private final List<Numbers> numbers = new ArrayList<>();
    private final List<Texts> categories = new ArrayList<>();
    private final Texts labels;

    /** NaN is missing. */
    private record Numbers(String name, double[] values) {

        double mean() {
            double sum = 0;
            int count = 0;
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            return sum / count;
        }
    }

    /** An empty text is missing. */
    private record Texts(String name, String[] values) {

        static Texts of(Column column) {
            String[] values = new String[column.size()];
            Arrays.setAll(values, column::text);
            return new Texts(column.name(), values);
        }
    }

    MixedTribuo(Table table, String label) {
        labels = Texts.of(table.column(label));
        List<String> names = new ArrayList<>(table.columnNames());
        names.remove(label);
        names.sort(null);
        for (String name : names) {
            if (table.column(name) instanceof NumberColumn column) {
                numbers.add(new Numbers(name, column.toArray()));
            } else {
                categories.add(Texts.of(table.column(name)));
            }
        }
    }

    /** The feature that stands for one of ours. */
    static String feature(String ours) {
        return ours.replace('=', '@').replace("#missing", "@");
    }

    /** Scales the numbers. Tribuo divides by one row less than there are; the deviation that is asked for makes up for it. */
    TransformationMap scaling() {
        int rows = labels.values().length;
        double deviation = Math.sqrt(rows / (rows - 1.0));
        return new TransformationMap(Map.of("n[0-9]+", List.of(new MeanStdDevTransformation(0, deviation))));
    }

    /** The rows, imputed and encoded, but not scaled. */
    MutableDataset<Label> dataset() {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("rows", OffsetDateTime.MIN, factory), factory);
        Row row = new Row();
        Map<String, Label> known = new HashMap<>();
        for (int at = 0; at < labels.values().length; at++) {
            row.read(at);
            Label label = known.computeIfAbsent(labels.values()[at], Label::new);
            dataset.add(new ArrayExample<>(label, row.names, row.values));
        }
        return dataset;
    }

    /** The features of one row after the other; an example copies the arrays. */
    private final class Row {
        private final double[] means =
                numbers.stream().mapToDouble(Numbers::mean).toArray();
        private final List<Map<String, String>> known = new ArrayList<>();
        private final String[] names = new String[categories.size() + numbers.size()];
        private final double[] values = new double[names.length];

        Row() {
            categories.forEach(column -> known.add(new HashMap<>()));
            Arrays.fill(values, 0, categories.size(), 1);
            for (int column = 0; column < means.length; column++) {
                names[categories.size() + column] = numbers.get(column).name();
            }
        }

        void read(int row) {
            for (int column = 0; column < known.size(); column++) {
                Texts texts = categories.get(column);
                names[column] =
                        known.get(column).computeIfAbsent(texts.values()[row], text -> texts.name() + "@" + text);
            }
            for (int column = 0; column < means.length; column++) {
                double value = numbers.get(column).values()[row];
                values[known.size() + column] = Double.isNaN(value) ? means[column] : value;
            }
        }
    }
}
