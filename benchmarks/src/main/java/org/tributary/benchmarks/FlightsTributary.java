package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.clean.Select;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.prepare.Encode;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.steps.train.TrainingData;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

/** Makes the flights ready for a trainer by our steps: {@code FlightsTributary FILE [sums]}; {@link FlightsTribuo} is the rival. */
public final class FlightsTributary {

    private FlightsTributary() {}

    /** Puts the label in the place of the delay. */
    private record Late() implements CleanOperation {

        @Override
        public Table apply(Table table) {
            WholeColumn delays = table.wholes(Flights.DELAY);
            TextColumn.Builder labels = TextColumn.builder("label");
            for (int row = 0; row < delays.size(); row++) {
                labels.add(Flights.label(delays.value(row)));
            }
            return table.drop(List.of(Flights.DELAY)).with(labels.build());
        }
    }

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        SilentContext context = new SilentContext();
        List<String> columns = new ArrayList<>(Flights.NUMBERS);
        columns.addAll(Flights.CATEGORIES);
        columns.add(Flights.DELAY);
        Table table = CsvIngest.of(Path.of(arguments[0])).run(context);
        Table cleaned = Clean.of(Select.of(columns), DropMissing.in(Flights.DELAY), new Late())
                .run(table, context);
        Prepared prepared = Prepare.of("label")
                .withEncode(Encode.OneHot.defaults()
                        .withUnknown(Encode.Unknown.IGNORE)
                        .withMissing(Encode.Missing.ERROR))
                .run(cleaned, context);
        Flights.print(TrainingData.of(prepared).dataset(), arguments);
    }
}
