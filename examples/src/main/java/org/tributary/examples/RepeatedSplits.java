package org.tributary.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.Trial;
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
 * Repeats a part of a pipeline with other settings: how much does the accuracy hang on the luck of one split?
 *
 * <p>The table is read and cleaned once. Each trial changes one setting, the seed of the split; what hangs on it is computed, cached
 * and tracked for each by itself.
 */
public final class RepeatedSplits {

    private static final List<String> KEPT = List.of(
            "Species", "Island", "Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)");

    private RepeatedSplits() {}

    /**
     * Runs five splits of the penguins.
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

    /**
     * Gives trials that differ in the seed of one step.
     *
     * @param setting the setting to change, such as {@code split.seed}
     * @param count how many trials
     */
    record Seeds(
            @Setting(doc = "the setting to change") String setting,
            @Setting(min = 1) int count) implements Source<List<Trial>> {
        @Override
        public List<Trial> run(StepContext context) {
            return LongStream.range(0, count)
                    .mapToObj(seed -> Trial.of(setting, seed))
                    .toList();
        }
    }

    /** The pipeline over a table of penguins; its result has an evaluation for each split. */
    public static Pipeline<List<Evaluation>> define(Path csv, int splits) {
        return Pipeline.define("repeated-splits", p -> {
            Node<Table> clean = p.add("ingest", CsvIngest.of(csv))
                    .then("clean", Clean.of(new Trim(), ReplaceText.of("Species", " .*", ""), new Select(KEPT)));
            // region map
            Node<List<Trial>> seeds = p.add(
                    "seeds",
                    new Seeds("split.seed", splits),
                    StepOptions.defaults().withKeyPart("settings say it all"));
            return p.map("repeat", seeds, (body, seed) -> {
                Node<SplitData> split =
                        body.add("split", Split.defaults().withTest(0.2).withStratify("Species"), clean);
                Node<Prepared> prepared = split.part("train", SplitData::train).then("prepare", Prepare.of("Species"));
                Node<TrainedModel> model =
                        prepared.then("train", Train.of(Logistic.defaults().withEpochs(50)));
                return body.add("evaluate", Evaluate.defaults(), model, split.part("test", SplitData::test));
            });
            // endregion
        });
    }
}
