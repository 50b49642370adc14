package org.tributary.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.prepare.Preparation;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;

/** Uses the data path without a pipeline, in front of any trainer of Tribuo. */
public final class PlainCalls {

    private PlainCalls() {}

    /**
     * Prepares {@code data/raw/penguins-raw.csv} and prints what a trainer would get.
     *
     * @param args none
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            print(Path.of("data", "raw", "penguins-raw.csv"));
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(Path csv) throws InterruptedException {
        // region calls
        Table birds = CsvIngest.of(csv)
                .withColumns("Species", "Island", "Body Mass (g)")
                .read();
        Preparation preparation = Prepare.of("Species").fit(birds);
        Dataset<Label> dataset = TrainingData.of(preparation, birds).dataset();
        double[] bird = preparation.apply(Map.of("Island", "Dream", "Body Mass (g)", 4200));
        // endregion
        System.out.println(dataset.size() + " examples, " + dataset.getOutputs().size() + " labels");
        System.out.println(preparation.featureNames() + " of a bird: " + Arrays.toString(bird));
    }
}
