package org.tributary.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
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
        double[] first = table.numbers(Rows.name(0)).toArray();
        double sum = 0;
        for (double value : first) {
            sum += value;
        }
        BigDecimal mean = new BigDecimal(sum / first.length).setScale(9, RoundingMode.HALF_EVEN);
        System.out.println(table.rowCount() + " rows, " + table.columns().size() + " columns, mean " + mean);
    }
}
