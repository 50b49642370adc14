package org.tributary.benchmarks;

import java.nio.file.Path;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Scale;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;

/** Reads a CSV file into a dataset of Tribuo by our steps: {@code CsvToDataset FILE}; {@link TribuoCsvToDataset} is the rival. */
public final class CsvToDataset {

    private CsvToDataset() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        SilentContext context = new SilentContext();
        Table table = CsvIngest.of(Path.of(arguments[0])).run(context);
        Dataset<Label> dataset = TrainingData.of(
                        Prepare.of("label").withScale(new Scale.None()).run(table, context))
                .dataset();
        System.out.println(summary(dataset));
    }

    /** What both programs print, and the script compares. */
    static String summary(Dataset<Label> dataset) {
        return dataset.size() + " examples, " + dataset.getFeatureMap().size() + " features, "
                + dataset.getOutputs().size() + " labels";
    }
}
