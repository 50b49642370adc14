package org.tributary.examples;

import java.nio.file.Path;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Select;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.split.Split;
import org.tributary.steps.split.SplitData;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.table.Table;

/**
 * Tells the species of a penguin from its measurements and its island: a whole pipeline in Java, from a CSV file to a model folder.
 *
 * <p>The table as recorded in the field gives the answer away in several columns, so these five are selected and the rest is left
 * out: {@code Sample Number} restarts with each species, {@code Individual ID} and {@code studyName} follow the field work,
 * which went species by species, {@code Comments} and {@code Clutch Completion} were written with the species in view,
 * {@code Date Egg} is known only at the nest, where the species is known too, {@code Region} and {@code Stage} are the same in
 * every row.
 */
public final class PenguinsPipeline {

    private PenguinsPipeline() {}

    /**
     * Runs the pipeline on {@code data/raw/penguins-raw.csv} and predicts one penguin.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            RunReport<Evaluation> report = LocalRunner.create().run(define(Path.of("data", "raw", "penguins-raw.csv")));
            System.out.println(report);
            System.out.println(report.orThrow().value());
            System.out.println(predict(report.value("train", TrainedModel.class)));
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The pipeline over a table of penguins; its model is exported to {@code models/penguins}. */
    public static Pipeline<Evaluation> define(Path csv) {
        // region pipeline
        return Pipeline.define("penguins", p -> {
            Node<Table> raw = p.add("ingest", CsvIngest.of(csv));
            Node<Table> clean = raw.then(
                    "clean",
                    Clean.of(
                            new Trim(),
                            ReplaceText.of("Species", " .*", ""),
                            Select.columns(
                                    "Species",
                                    "Island",
                                    "Culmen Length (mm)",
                                    "Culmen Depth (mm)",
                                    "Flipper Length (mm)",
                                    "Body Mass (g)")));
            Node<SplitData> split =
                    clean.then("split", Split.defaults().withTest(0.2).withStratify("Species"));
            Node<Prepared> prepared = split.part("train", SplitData::train).then("prepare", Prepare.of("Species"));
            Node<TrainedModel> model = prepared.then(
                    "train",
                    Train.of(Logistic.defaults().withEpochs(50)),
                    StepOptions.defaults().withExport(Path.of("models", "penguins")));
            return p.add("evaluate", Evaluate.defaults(), model, split.part("test", SplitData::test));
        });
        // endregion
    }

    /** What is measured of one penguin; components stand for the columns of the same letters and digits. */
    record Penguin(String island, double culmenLengthMm, double culmenDepthMm, int flipperLengthMm, int bodyMassG) {}

    private static String predict(TrainedModel model) {
        Penguin penguin = new Penguin("Biscoe", 47.5, 15.0, 218, 4950);
        return penguin + " is a " + model.predict(penguin);
    }
}
