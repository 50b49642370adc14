package org.tributary.steps.train;

import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.prepare.Features;
import org.tributary.steps.prepare.Preparation;
import org.tributary.steps.prepare.Prepared;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * The training part as a trainer takes it in: for each row the features that are set, sorted, and a label.
 *
 * <p>If rows set more than a fifth of the features they hold all of them, else only those that are set. <b>Threads:</b> safe.
 */
public final class TrainingData {

    /** Tribuo's own limit for vectors that list their indices. */
    private static final double SPARSE = 0.2;

    /** So few rows that they stay in the processor's cache while column after column is written. */
    private static final int AT_ONCE = 64;

    private final String[] names;
    private final FeatureRow[] rows;
    private final RowLabels labels;
    private final ImmutableFeatureMap featureMap;
    private final ImmutableOutputInfo<Label> labelInfo;

    private TrainingData(Features features, RowLabels labels) {
        this.names = features.names().toArray(String[]::new);
        this.rows = rows(features);
        this.labels = labels;
        this.featureMap = new ImmutableFeatureMap(FeatureSpreads.of(features));
        this.labelInfo = labels.info();
    }

    /** The rows and labels of a prepared training part. */
    public static TrainingData of(Prepared prepared) {
        return new TrainingData(prepared.features(), RowLabels.of(prepared.labels()));
    }

    /**
     * The rows of a table and their labels, without a run and a profile.
     *
     * @param table has the columns of the preparation and its target
     * @throws PipelineException a column or a label is missing, or a value is not as the preparation was told
     */
    public static TrainingData of(Preparation preparation, Table table) {
        Column labels = table.column(preparation.target());
        if (labels.missingCount() > 0) {
            throw new PipelineException("[TRAIN_MISSING_LABEL] column \"" + labels.name() + "\" has no value in "
                    + labels.missingCount() + " of " + labels.size()
                    + " rows: a row to learn from has a label. Drop these rows before.");
        }
        return new TrainingData(preparation.apply(table), RowLabels.of(labels));
    }

    private static FeatureRow[] rows(Features features) {
        int[] ids = new int[features.mostSet()];
        double[] values = new double[features.mostSet()];
        boolean sparse = isSparse(features, ids, values);
        return sparse ? sparse(features, ids, values) : dense(features);
    }

    private static FeatureRow[] sparse(Features features, int[] ids, double[] values) {
        FeatureRow[] rows = new FeatureRow[features.rowCount()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = FeatureRow.sparse(ids, values, features.read(row, ids, values));
        }
        return rows;
    }

    private static FeatureRow[] dense(Features features) {
        FeatureRow[] rows = new FeatureRow[features.rowCount()];
        for (int from = 0; from < rows.length; from += AT_ONCE) {
            double[][] some = features.rows(from, Math.min(from + AT_ONCE, rows.length));
            for (int at = 0; at < some.length; at++) {
                rows[from + at] = FeatureRow.dense(some[at]);
            }
        }
        return rows;
    }

    /** By what rows set at most; if that is many because of n-grams, of which few are set, by what they do set. */
    private static boolean isSparse(Features features, int[] ids, double[] values) {
        double limit = SPARSE * features.names().size();
        if (features.mostSet() < limit || !features.setsMany()) {
            return features.mostSet() < limit;
        }
        long set = 0;
        for (int row = 0; row < features.rowCount(); row++) {
            set += features.read(row, ids, values);
        }
        return set < limit * features.rowCount();
    }

    /** How many rows there are. */
    public int size() {
        return rows.length;
    }

    /** The same data for any trainer of Tribuo; making it takes little time and memory. */
    public Dataset<Label> dataset() {
        return new FeatureDataset(names, rows, labels, featureMap, labelInfo);
    }

    FeatureRow[] rows() {
        return rows;
    }

    /** The id that Tribuo gives the label of each row. */
    int[] labelIds() {
        return labels.ids(labelInfo);
    }

    int featureCount() {
        return names.length;
    }

    int labelCount() {
        return labelInfo.size();
    }

    ImmutableFeatureMap featureMap() {
        return featureMap;
    }

    ImmutableOutputInfo<Label> labelInfo() {
        return labelInfo;
    }
}
