package org.tributary.benchmarks;

import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.Table;

/** Reads a file of {@link MakeHostileCsv} and prints what came of it: {@code ReadHostileCsv FILE}. */
public final class ReadHostileCsv {

    private ReadHostileCsv() {}

    /** Prints the fault, or how large the table is. */
    public static void main(String[] arguments) throws InterruptedException {
        Path file = Path.of(arguments[0]);
        try {
            Table table = CsvIngest.of(file).run(new SilentContext());
            System.out.println(table.rowCount() + " rows, " + table.columns().size() + " columns");
        } catch (PipelineException fault) {
            System.out.println(String.valueOf(fault.getMessage()).replace(file.toString(), "the file"));
        }
    }
}
