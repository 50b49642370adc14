package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.prepare.Encode;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

/**
 * Makes the flights ready for a trainer: {@code FlightsTributary FILE [steps] [sums]}; {@link FlightsTribuo} is the
 * rival. By plain calls, which do what the rival does, or by steps, which make a profile of all rows and one of the
 * training part as well.
 */
public final class FlightsTributary {

    private FlightsTributary() {}

    /** Puts the label in the place of the delay. */
    private record Late() implements CleanOperation {

        @Override
        public Table apply(Table table) {
            WholeColumn delays = table.wholes(Flights.DELAY);
            int[] codes = new int[delays.size()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = Flights.LABELS.indexOf(Flights.label(delays.value(row)));
            }
            TextColumn labels = TextColumn.ofCodes("label", codes, Flights.LABELS);
            return table.drop(List.of(Flights.DELAY)).with(labels);
        }
    }

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> columns = new ArrayList<>(Flights.NUMBERS);
        columns.addAll(Flights.CATEGORIES);
        columns.add(Flights.DELAY);
        CsvIngest ingest = CsvIngest.of(Path.of(arguments[0])).withColumns(columns);
        Clean clean = Clean.of(DropMissing.in(Flights.DELAY), new Late());
        Prepare prepare = Prepare.of("label")
                .withImpute(new Impute.None())
                .withEncode(Encode.OneHot.defaults()
                        .withUnknown(Encode.Unknown.IGNORE)
                        .withMissing(Encode.Missing.ERROR));
        boolean steps = List.of(arguments).contains("steps");
        TrainingData data = steps ? bySteps(ingest, clean, prepare) : byCalls(ingest, clean, prepare);
        Flights.print(data.dataset(), arguments);
    }

    private static TrainingData byCalls(CsvIngest ingest, Clean clean, Prepare prepare) throws InterruptedException {
        Table cleaned = clean.run(ingest.read(), new SilentContext());
        return TrainingData.of(prepare.fit(cleaned), cleaned);
    }

    private static TrainingData bySteps(CsvIngest ingest, Clean clean, Prepare prepare) throws InterruptedException {
        SilentContext context = new SilentContext();
        return TrainingData.of(prepare.run(clean.run(ingest.run(context), context), context));
    }
}
