package org.tributary.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.StepOptions;
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
 * The pipeline of {@link PenguinsPipeline} with what a test varies.
 *
 * @param prefix what stands before the name of each step
 * @param csv the raw table
 * @param select what clean keeps
 * @param split how it is divided
 * @param prepare what is learnt before training
 * @param train how it is trained
 * @param options of the step that trains
 */
record Penguins(
        String prefix, Path csv, Select select, Split split, Prepare prepare, Train train, StepOptions options) {

    /** The steps in graph order. */
    static final List<String> STEPS = List.of("ingest", "clean", "split", "prepare", "train", "evaluate");

    /** What the example keeps of the raw table. */
    static final List<String> COLUMNS = List.of(
            "Species", "Island", "Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)");

    /** The settings of the example, without its export. */
    static Penguins of(Path csv) {
        return new Penguins(
                "",
                csv,
                select(COLUMNS),
                Split.defaults().withTest(0.2).withStratify("Species"),
                Prepare.of("Species"),
                Train.of(Logistic.defaults().withEpochs(50)),
                StepOptions.defaults());
    }

    /** The same, divided by a column that says the part of each row. */
    static Penguins dividedBy(String column, Path csv) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add(column);
        Penguins penguins = of(csv);
        return new Penguins(
                "",
                csv,
                select(columns),
                Split.defaults().withBy(column),
                penguins.prepare,
                penguins.train,
                penguins.options);
    }

    private static Select select(List<String> columns) {
        return Select.columns(columns.toArray(new String[0]));
    }

    /** The same steps under other names. */
    Penguins renamed(String name) {
        return new Penguins(name, csv, select, split, prepare, train, options);
    }

    Penguins withPrepare(UnaryOperator<Prepare> change) {
        return new Penguins(prefix, csv, select, split, change.apply(prepare), train, options);
    }

    Penguins withExport(Path folder) {
        return new Penguins(prefix, csv, select, split, prepare, train, options.withExport(folder));
    }

    Pipeline<Evaluation> pipeline() {
        return Pipeline.define("penguins", p -> {
            Node<Table> raw = p.add(prefix + "ingest", CsvIngest.of(csv));
            Node<Table> clean =
                    raw.then(prefix + "clean", Clean.of(new Trim(), ReplaceText.of("Species", " .*", ""), select));
            Node<SplitData> parts = clean.then(prefix + "split", split);
            Node<Prepared> prepared = parts.part("train", SplitData::train).then(prefix + "prepare", prepare);
            Node<TrainedModel> model = prepared.then(prefix + "train", train, options);
            return p.add(prefix + "evaluate", Evaluate.defaults(), model, parts.part("test", SplitData::test));
        });
    }

    /** The table as recorded in the field, as the DVC remote in the repository keeps it: no pull is needed. */
    static Path raw() {
        return Path.of("..", "data", "remote", "files", "md5", "04", "9da101568e078f9845c8b366481810")
                .toAbsolutePath()
                .normalize();
    }

    /** Its lines, the header first. No value holds a line break. */
    static List<String> lines() {
        try {
            return Files.readAllLines(raw(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines with one more column {@code Part} that leaves every fifth row to the test. */
    static List<String> linesWithPart() {
        List<String> lines = new ArrayList<>(lines());
        lines.set(0, lines.get(0) + ",Part");
        for (int row = 1; row < lines.size(); row++) {
            lines.set(row, lines.get(row) + (row % 5 == 0 ? ",test" : ",train"));
        }
        return lines;
    }

    /** Writes a table into a folder. */
    static Path write(Path folder, List<String> lines) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(
                    folder.resolve("penguins.csv"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
