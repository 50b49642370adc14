package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.Table;

/**
 * Reads a CSV file into columns: {@code CsvToColumns FILE [step]}. By a plain call, as the scripts {@code csv_pandas.py} and
 * {@code csv_polars.py} do, or as a step, which makes a profile as well.
 */
public final class CsvToColumns {

    private CsvToColumns() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        CsvIngest ingest = CsvIngest.of(Path.of(arguments[0]));
        Table table = arguments.length > 1 ? ingest.run(new SilentContext()) : ingest.read();
        double mean =
                Arrays.stream(table.numbers(Rows.name(0)).toArray()).average().orElseThrow();
        System.out.println(String.format(
                Locale.ROOT,
                "%d rows, %d columns, mean %.9f",
                table.rowCount(),
                table.columns().size(),
                mean));
    }
}
