package org.tributary.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.model.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlops predict MODEL INPUT.csv [-o OUT.csv]}. */
@Command(
        name = "predict",
        description = "Predicts each row of a CSV file with a saved model.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The folder of the model.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "INPUT.csv", description = "Rows with the columns that the model needs.")
    private Path input = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.csv",
            description = "Where to write; standard output by default.")
    private @Nullable Path output;

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        TrainedModel trained = TrainedModel.load(model);
        PredictedCsv csv = new PredictedCsv(trained, SourceTable.read(CsvIngest.of(input), terminal));
        if (output == null) {
            Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
            csv.write(out);
            out.flush();
        } else {
            TextFile.replace(output, csv::write);
        }
        return ExitCode.SUCCESS;
    }
}
