package org.tributary.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    private static final List<String> KEPT = List.of(
            "Species", "Island", "Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)");

    private PenguinsPipeline() {}

    /** What is measured of one penguin; components stand for the columns of the same letters and digits. */
    // region penguin
    record Penguin(String island, double culmenLengthMm, double culmenDepthMm, int flipperLengthMm, int bodyMassG) {}
    // endregion

    /**
     * Runs the pipeline on {@code data/raw/penguins-raw.csv}, then loads the model that it exported and predicts one penguin.
     *
     * @param args none
     * @throws IOException the model cannot be read
     */
    public static void main(String[] args) throws IOException {
        try {
            run(define(Path.of("data", "raw", "penguins-raw.csv")));
            predict();
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The pipeline over a table of penguins; its model is exported to {@code models/penguins}. */
    public static Pipeline<Evaluation> define(Path csv) {
        // region pipeline
        Pipeline<Evaluation> penguins = Pipeline.define("penguins", p -> {
            Node<Table> raw = p.add("ingest", CsvIngest.of(csv));
            Node<Table> clean =
                    raw.then("clean", Clean.of(new Trim(), ReplaceText.of("Species", " .*", ""), new Select(KEPT)));
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
        return penguins;
    }

    private static void run(Pipeline<Evaluation> penguins) {
        // region run
        RunReport<Evaluation> report = LocalRunner.create().run(penguins);
        System.out.println(report);
        Evaluation evaluation = report.orThrow().value();
        // endregion
        System.out.println(evaluation);
    }

    private static void predict() throws IOException {
        // region predict
        TrainedModel model = TrainedModel.load(Path.of("models", "penguins"));
        Penguin penguin = new Penguin("Biscoe", 47.5, 15.0, 218, 4950);
        System.out.println(penguin + " is a " + model.predict(penguin));
        // endregion
    }
}
