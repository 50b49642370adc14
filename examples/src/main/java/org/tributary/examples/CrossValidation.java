package org.tributary.examples;

import java.nio.file.Path;
import java.util.List;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
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
import org.tributary.steps.split.Folds;
import org.tributary.steps.split.SplitData;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.table.Table;

/** Judges a model by each row of a table once: every fold is tested by a model that has learnt from the other folds. */
public final class CrossValidation {

    private static final List<String> KEPT = List.of(
            "Species", "Island", "Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)");

    private CrossValidation() {}

    /**
     * Runs five folds of the penguins.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            RunReport<List<Evaluation>> report =
                    LocalRunner.create().run(define(Path.of("data", "raw", "penguins-raw.csv"), 5));
            System.out.println(report);
            report.orThrow();
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The pipeline over a table of penguins; its result has an evaluation for each fold. */
    public static Pipeline<List<Evaluation>> define(Path csv, int folds) {
        return Pipeline.define("cross-validation", p -> {
            Node<Table> clean = p.add("ingest", CsvIngest.of(csv))
                    .then("clean", Clean.of(new Trim(), ReplaceText.of("Species", " .*", ""), new Select(KEPT)));
            Node<List<SplitData>> divided =
                    clean.then("folds", Folds.defaults().withFolds(folds).withStratify("Species"));
            return p.map("cv", divided, (body, fold) -> {
                Node<TrainedModel> model = fold.part("train", SplitData::train)
                        .then("prepare", Prepare.of("Species"))
                        .then("train", Train.of(Logistic.defaults().withEpochs(50)));
                return body.add("evaluate", Evaluate.defaults(), model, fold.part("test", SplitData::test));
            });
        });
    }
}
