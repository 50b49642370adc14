package org.tributary.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.Table;

/** Reads a CSV file into columns, as the scripts {@code csv_pandas.py} and {@code csv_polars.py} do: {@code CsvToColumns FILE}. */
public final class CsvToColumns {

    private CsvToColumns() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        Table table = CsvIngest.of(Path.of(arguments[0])).run(new SilentContext());
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
