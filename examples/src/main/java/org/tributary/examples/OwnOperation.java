package org.tributary.examples;

import java.nio.file.Path;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.Table;

/** A clean operation of one's own: a record whose components are its settings, in a row with the ready ones. */
public final class OwnOperation {

    private OwnOperation() {}

    // region operation
    /**
     * Keeps the first rows.
     *
     * @param count how many at most
     */
    public record Head(int count) implements CleanOperation {

        @Override
        public Table apply(Table table) {
            return table.slice(0, Math.min(count, table.rowCount()));
        }
    }
    // endregion

    /** The pipeline: the first hundred penguins whose mass is known. */
    public static Pipeline<Table> define(Path csv) {
        return Pipeline.define("head", p -> {
            Node<Table> raw = p.add("ingest", CsvIngest.of(csv));
            return raw.then("clean", Clean.of(DropMissing.in("Body Mass (g)"), new Head(100)));
        });
    }

    /**
     * Runs it on {@code data/raw/penguins-raw.csv}.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            RunReport<Table> report = LocalRunner.create()
                    .run(define(Path.of("data", "raw", "penguins-raw.csv")))
                    .orThrow();
            System.out.println(report);
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
