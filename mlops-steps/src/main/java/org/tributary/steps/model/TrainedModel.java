package org.tributary.steps.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tribuo.Model;
import org.tribuo.classification.ImmutableLabelInfo;
import org.tribuo.classification.Label;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.prepare.Features;
import org.tributary.steps.prepare.InputColumn;
import org.tributary.steps.prepare.Preparation;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;

/**
 * A model with everything it needs to predict: takes the columns that {@code prepare} took, without the target.
 *
 * <p>A row alone and the same row in a table get the same prediction, bit for bit. Unknown categories and missing values do
 * what the settings of {@code prepare} say. Columns that the model does not know are not looked at. <b>Equality</b> is by
 * preparation, weights and profile. <b>Threads:</b> safe. <b>Failure:</b> a missing column or a value of another type is a
 * {@link PipelineException} that names it.
 */
public final class TrainedModel {

    private final Preparation preparation;
    private final Model<Label> tribuo;
    private final byte[] tribuoBytes;
    private final TableProfile profile;
    private final LinearScorer scorer;
    private final RecordRows records;

    private TrainedModel(Preparation preparation, Model<Label> tribuo, byte[] tribuoBytes, TableProfile profile) {
        this.preparation = preparation;
        this.tribuo = tribuo;
        this.tribuoBytes = tribuoBytes;
        this.profile = profile;
        this.scorer = LinearScorer.of(tribuo, preparation.featureNames().size());
        this.records = new RecordRows(preparation.columns());
        checkFeatures();
    }

    private void checkFeatures() {
        int id = 0;
        for (String feature : preparation.featureNames()) {
            if (tribuo.getFeatureIDMap().getID(feature) != id++) {
                throw new PipelineException("[MODEL_MISMATCH] the model does not know the feature \"" + feature
                        + "\" that its preparation gives.");
            }
        }
    }

    /**
     * A model of what training gave.
     *
     * @param preparation what turns rows into the features of the model
     * @param tribuo a linear model with probabilities, over exactly those features
     * @param profile what the training part looked like
     * @throws PipelineException the model is of a class that is not kept, or does not fit the preparation
     */
    public static TrainedModel of(Preparation preparation, Model<Label> tribuo, TableProfile profile) {
        byte[] bytes = TribuoModels.encode(LinearScorer.linear(tribuo));
        return new TrainedModel(preparation, tribuo, bytes, profile);
    }

    static TrainedModel of(Preparation preparation, byte[] tribuo, TableProfile profile, String place) {
        return new TrainedModel(preparation, TribuoModels.decode(tribuo, place), tribuo, profile);
    }

    /** What kind of answer the model gives. */
    public Task task() {
        return Task.CLASSIFICATION;
    }

    /** The name of the column that the model finds. */
    public String target() {
        return preparation.target();
    }

    /** The columns that a row needs. */
    public List<InputColumn> columns() {
        return preparation.columns();
    }

    /** The labels that the model tells apart, in alphabetical order. */
    public List<String> labels() {
        return List.of(scorer.labels());
    }

    /** The most frequent label of the training part, the first in alphabetical order if several are. */
    public String majority() {
        ImmutableLabelInfo info = (ImmutableLabelInfo) tribuo.getOutputIDInfo();
        String most = scorer.labels()[0];
        for (String label : scorer.labels()) {
            most = count(info, label) > count(info, most) ? label : most;
        }
        return most;
    }

    private static long count(ImmutableLabelInfo info, String label) {
        return info.getLabelCount(info.getID(new Label(label)));
    }

    /** What turns rows into the features of the model. */
    public Preparation preparation() {
        return preparation;
    }

    /** What the training part looked like, inputs and target. */
    public TableProfile profile() {
        return profile;
    }

    /** The model as Tribuo knows it, over the prepared features; for export and a look inside. */
    public Model<Label> tribuo() {
        return tribuo;
    }

    byte[] tribuoBytes() {
        return tribuoBytes;
    }

    /**
     * Predicts one row.
     *
     * @param row a value for each column by its name: a {@link Number}, a String or a Boolean; null or NaN if it is missing
     */
    public Prediction predict(Map<String, ? extends @Nullable Object> row) {
        int[] ids = new int[preparation.mostSet()];
        double[] values = new double[preparation.mostSet()];
        int size = preparation.read(row, ids, values);
        double[] scores = new double[scorer.labels().length];
        int best = scorer.score(ids, values, size, scores, 0);
        return new Classification(scorer.labels()[best], scores[best], new LabelScores(scorer.labels(), scores));
    }

    /**
     * Predicts one row: a component stands for the column of its name, or else for the one whose letters and digits are the
     * same, {@code bodyMassG} for {@code Body Mass (g)}. An empty Optional is missing, an enum constant its name.
     */
    public Prediction predict(Record row) {
        return predict(records.row(row));
    }

    /** Predicts each row of a table. */
    public Predictions predict(Table table) {
        Features features = preparation.apply(table);
        int labels = scorer.labels().length;
        int[] ids = new int[features.mostSet()];
        double[] values = new double[features.mostSet()];
        double[] scores = new double[Math.multiplyExact(table.rowCount(), labels)];
        int[] best = new int[table.rowCount()];
        for (int row = 0; row < best.length; row++) {
            int size = features.read(row, ids, values);
            best[row] = scorer.score(ids, values, size, scores, row * labels);
        }
        return new Predictions(scorer.labels(), scores, best);
    }

    /**
     * Saves the model as a folder, without a provenance.
     *
     * <p>The new folder is written beside and flushed to the disk, then takes the place of the earlier one by two renames. A
     * process that dies between the two leaves the earlier model in a hidden folder {@code .name.*} beside.
     *
     * @param folder takes the place of an earlier model with all that is in it, and of nothing else; its parent is made if it
     *     is not there
     * @throws PipelineException the folder is there and holds no model
     * @throws IOException the disk fails; an earlier model is still there
     */
    public void save(Path folder) throws IOException {
        save(folder, RunProvenance.none());
    }

    /** Saves the model as a folder, as {@link #save(Path)} does, and beside it where it came from. */
    public void save(Path folder, RunProvenance provenance) throws IOException {
        ModelFolder.replace(this, provenance, folder);
    }

    /**
     * Loads a model that {@link #save(Path)} or an export wrote.
     *
     * <p>Size and digest of every file are checked first, then the model is compared with what this library's trainers give,
     * then it is parsed: no code of the folder runs, and no class is loaded that it names.
     *
     * @throws PipelineException the folder holds no model, is damaged, or holds what is not trusted
     * @throws IOException the disk fails
     */
    public static TrainedModel load(Path folder) throws IOException {
        return ModelFolder.read(folder);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainedModel that
                && preparation.equals(that.preparation)
                && Arrays.equals(tribuoBytes, that.tribuoBytes)
                && profile.equals(that.profile);
    }

    @Override
    public int hashCode() {
        return 31 * preparation.hashCode() + Arrays.hashCode(tribuoBytes);
    }

    /** Task, target, labels and inputs. */
    @Override
    public String toString() {
        return "TrainedModel finding \"" + target() + "\" (" + String.join(", ", labels()) + ") from "
                + columns().stream().map(InputColumn::name).toList();
    }
}
