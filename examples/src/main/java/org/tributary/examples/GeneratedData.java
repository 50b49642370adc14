package org.tributary.examples;

import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.generate.ClassificationData;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.split.Split;
import org.tributary.steps.split.SplitData;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.table.Table;

/** Tries a pipeline on data whose best reachable accuracy is known: a tenth of the labels is wrong, so it is 0.9. */
public final class GeneratedData {

    private GeneratedData() {}

    /**
     * Prints the first rows, then runs the pipeline on all of them.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(data(5).table());
        RunReport<Evaluation> report = LocalRunner.create().run(define(20_000));
        System.out.println(report);
        report.orThrow();
    }

    /** The pipeline; its table is cached as one from a file is. */
    public static Pipeline<Evaluation> define(int rows) {
        return Pipeline.define("generated", p -> {
            Node<Table> table = p.add("generate", data(rows));
            Node<SplitData> split = table.then("split", Split.defaults().withStratify("label"));
            Node<TrainedModel> model = split.part("train", SplitData::train)
                    .then("prepare", Prepare.of("label"))
                    .then("train", Train.of(Logistic.defaults().withEpochs(5)));
            return p.add("evaluate", Evaluate.defaults(), model, split.part("test", SplitData::test));
        });
    }

    private static ClassificationData data(int rows) {
        return ClassificationData.of(rows).withClasses(3).withNoise(0.1).withMissing(0.01);
    }
}
