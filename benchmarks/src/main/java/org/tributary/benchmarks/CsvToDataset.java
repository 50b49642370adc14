package org.tributary.benchmarks;

import java.nio.file.Path;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Scale;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;

/**
 * Reads a CSV file into a dataset of Tribuo: {@code CsvToDataset FILE [steps]}; {@link TribuoCsvToDataset} is the
 * rival. By plain calls, which do what the rival does, or by steps, which make a profile of all rows and one of the
 * training part as well.
 */
public final class CsvToDataset {

    private CsvToDataset() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        CsvIngest ingest = CsvIngest.of(Path.of(arguments[0]));
        Prepare prepare = Prepare.of("label").withImpute(new Impute.None()).withScale(new Scale.None());
        TrainingData data = arguments.length > 1 ? bySteps(ingest, prepare) : byCalls(ingest, prepare);
        System.out.println(summary(data.dataset()));
    }

    private static TrainingData byCalls(CsvIngest ingest, Prepare prepare) throws InterruptedException {
        Table table = ingest.read();
        return TrainingData.of(prepare.fit(table), table);
    }

    private static TrainingData bySteps(CsvIngest ingest, Prepare prepare) throws InterruptedException {
        SilentContext context = new SilentContext();
        return TrainingData.of(prepare.run(ingest.run(context), context));
    }

    /** What both programs print, and the script compares. */
    static String summary(Dataset<Label> dataset) {
        return dataset.size() + " examples, " + dataset.getFeatureMap().size() + " features, "
                + dataset.getOutputs().size() + " labels";
    }
}
