package acme;

import java.nio.file.Path;
import java.util.Set;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Select;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.split.Split;
import org.tributary.steps.split.SplitData;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.table.Table;

/** A pipeline as a user writes it. */
public final class Flow {

    private Flow() {}

    public static Pipeline<Evaluation> define(Path csv) {
        return Pipeline.define("flow", p -> {
            Node<Table> raw = p.add("ingest", CsvIngest.of(csv));
            Node<Table> clean = raw.then("clean", new Tidy(Set.of("Biscoe", "Dream", "Torgersen")));
            Node<Table> chosen = clean.then("select", Clean.of(
                    ReplaceText.of("Species", " .*", ""),
                    Select.columns("Species", "Island", "Culmen Length (mm)", "Body Mass (g)", "Part")));
            Node<SplitData> split = chosen.then("split", Split.defaults().withBy("Part"));
            Node<Prepared> prepared = split.part("train", SplitData::train)
                    .then("prepare", Prepare.of("Species").withImpute(new Impute.Mean()));
            Node<TrainedModel> model = prepared.then("train", Train.of(Logistic.defaults().withEpochs(50)));
            return p.add("evaluate", Evaluate.defaults(), model, split.part("test", SplitData::test));
        });
    }

    public static void main(String[] args) {
        RunReport<Evaluation> report = LocalRunner.create().run(define(Path.of("penguins.csv"))).orThrow();
        report.steps().forEach(outcome -> System.out.println(outcome.step() + " " + outcome.word()));
    }
}
